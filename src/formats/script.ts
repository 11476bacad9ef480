import type { PrintedFile } from '../print/print.ts'
import type { SymbolicLink } from '../targets/answer.ts'
import type { TargetAnswer } from '../targets/render-target.ts'
import { backupOf } from './backup-name.ts'
import type { DocumentFormat } from './format.ts'
import { manifestFolder } from './manifest-path.ts'
import { hasOpenRc, initramfsCommands, madeBy, obstaclesOf, serviceCommands } from './needs.ts'
import { quoted } from './shell-word.ts'

/**
 * A script for any POSIX shell. Each line of a file stands behind a `|`, so no line of it can end the here-document, nor a section of the
 * kickstart file that the script stands in.
 */
export const script: DocumentFormat = {
  kind: 'document',
  extension: '.sh',
  manifest: true,
  carries: {
    packages: false,
    services: 'all',
    obstacles: true,
    initramfs: true,
    links: true,
    owners: 'name',
    cloudInit: false,
    exposed: undefined,
  },
  print: answer =>
    [
      '#!/bin/sh',
      `# ${madeBy(answer)}`,
      ...about,
      ...answer.requires.map(required => `# It needs the package ${required.package}: ${required.why}.`),
      ...functions,
      '# First nothing is touched: a file that can not be moved aside ends it here.',
      'for step in look move; do',
      ...asideLines(answer).map(line => `  ${line}`),
      'done',
      '',
      ...answer.files.flatMap(putLines),
      ...answer.links.map(linkLine),
      ...commandLines(answer),
      '',
    ].join('\n'),
}

const about = [
  '# Puts the files into their places, as root: on the machine itself, in a chroot, or below $DESTDIR. What was there and netglot did not make',
  '# is moved to FILE.netglot-backup. It starts and stops nothing: the next boot has the new network.',
]

const functions = `
set -eu
# sed takes bytes as they are then.
export LC_ALL=C
root=\${DESTDIR:-}
umask 077
temporary=$(mktemp -d)
trap 'rm -rf "$temporary"' EXIT
trap 'exit 1' HUP INT TERM

# Whether something is there that netglot did not make: its first line would say so, or the second of a script.
foreign() {
  [ -e "$root$1" ] || [ -L "$root$1" ] || return 1
  [ -f "$root$1" ] && [ ! -L "$root$1" ] && head -n 2 "$root$1" | grep -q '^# Made by netglot' && return 1
  return 0
}

# aside PATH BACKUP [WHERE THE LINK LEADS]
aside() {
  foreign "$1" || return 0
  [ $# = 2 ] || [ ! -L "$root$1" ] || [ "$(readlink "$root$1")" != "$3" ] || return 0
  if [ -e "$root$2" ] || [ -L "$root$2" ]; then
    echo "$root$1 is in the way, and $root$2 is there already: move it away first" >&2
    exit 1
  fi
  [ "$step" = move ] || return 0
  mv "$root$1" "$root$2"
  echo "$root$1 was in the way: it is $root$2 now" >&2
}

# number NAME FILE: an account has the number that it has below the root.
number() {
  [ "$1" = root ] && echo 0 && return
  found=
  [ ! -e "$root/etc/$2" ] || found=$(sed -n "s/^$1:[^:]*:\\([0-9][0-9]*\\):.*/\\1/p" "$root/etc/$2")
  echo "\${found:-$1}"
}

# put MODE USER GROUP PATH: a file of what is read, without the first sign of each line.
put() {
  sed 's/^|//' >"$temporary/file"
  (umask 022 && mkdir -p "$root\${4%/*}")
  new=$root\${4%/*}/.\${4##*/}.netglot-new
  if [ "$(id -u)" = 0 ]; then
    install -m "$1" -o "$(number "$2" passwd)" -g "$(number "$3" group)" "$temporary/file" "$new"
  else
    install -m "$1" "$temporary/file" "$new"
  fi
  mv -f "$new" "$root$4"
}

units() {
  systemctl \${DESTDIR:+--root="$root"} "$@"
}
`.split('\n')

/** What goes to its backup: what is in the way elsewhere, and what stands in the answer's own places. An older manifest is netglot's, and says so in no line. */
const asideLines = (answer: TargetAnswer): readonly string[] => {
  const own = answer.files.filter(({ path }) => !path.startsWith(`${manifestFolder}/`))
  const files = [...obstaclesOf(answer), ...own].map(({ path }) => ['aside', path, backupOf(path)])
  const links = answer.links.map(({ path, to }) => ['aside', path, backupOf(path), to])
  const lines = [...files, ...links].map(words => words.map(quoted).join(' '))
  return lines.length === 0 ? [':'] : lines
}

const putLines = ({ path, mode, owner, group, content }: PrintedFile): readonly string[] => {
  if (!content.endsWith('\n')) throw new Error(`${path} does not end with a line end`)
  const lines = content.slice(0, -1).split('\n')
  return [`put ${mode} ${owner} ${group} ${quoted(path)} <<'END'`, ...lines.map(line => `|${line}`), 'END', '']
}

const linkLine = ({ path, to }: SymbolicLink): string => {
  const folder = quoted(path.slice(0, path.lastIndexOf('/')))
  return `(umask 022 && mkdir -p "$root"${folder} && ln -sfn ${quoted(to)} "$root"${quoted(path)})`
}

/** OpenRC's commands and those that make an initramfs know no other root. */
const commandLines = (answer: TargetAnswer): readonly string[] => {
  const { enable, disable } = serviceCommands(answer)
  const inWords = (commands: readonly (readonly string[])[]): readonly string[] => commands.map(argv => argv.map(quoted).join(' '))
  const [on, off, initramfs] = [inWords(enable), inWords(disable).map(ignored), inWords(initramfsCommands(answer))] as const
  if (hasOpenRc(answer)) return onlyInside([...off, ...on, ...initramfs])
  const below = (command: string): string => command.replace(/^systemctl /, 'units ')
  return [...[...off, ...on].map(below), ...onlyInside(initramfs)]
}

/** A service that is not there need not be disabled. */
const ignored = (command: string): string => `${command} || :`

const onlyInside = (commands: readonly string[]): readonly string[] =>
  commands.length === 0
    ? []
    : [
        'if [ -z "$root" ]; then',
        ...commands.map(command => `  ${command}`),
        'else',
        ...commands.map(command => `  echo ${quoted(`still to be run in the system: ${command}`)} >&2`),
        'fi',
      ]
