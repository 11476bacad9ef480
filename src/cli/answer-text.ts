import { visible } from '../diagnostics/printers/paint.ts'
import type { TargetAnswer } from '../targets/render-target.ts'

/** The files of an answer as text to read and copy from. */
export function filesText({ files, links }: TargetAnswer): string {
  const printed = files.map(({ path, mode, owner, group, content }) => `# ${path} (${mode} ${owner}:${group})\n${content}`)
  return [...printed, ...links.map(({ path, to }) => `# ${path} -> ${to}\n`)].join('\n')
}

/** What goes with the files, for people. */
export function summaryText(answer: TargetAnswer): string {
  const { requires, remove, services, apply } = answer
  const rows = [
    ...requires.map(({ package: name, why }) => row('install', name, why)),
    ...remove.map(({ path, why }) => row('remove', path, why)),
    ...services.enable.map(name => row('enable', name)),
    ...services.disable.map(name => row('disable', name)),
    ...apply.map(({ argv, when, why }) => row(when === 'reboot' ? 'at reboot' : 'then run', argv.map(quoted).join(' '), why)),
  ]
  const own = rows.length === 0 ? ['  nothing but the files'] : rows
  return `${[`${answer.target}@${answer.version} also needs:`, ...own, ...rollback(answer)].join('\n')}\n`
}

const row = (what: string, name: string, why = ''): string =>
  `  ${what.padEnd(10)} ${visible(name)}${why === '' ? '' : `  (${visible(why)})`}`

/** How to come back to a remote machine that the change has cut off: what is new goes, what was there comes back, and so does the initramfs. */
const rollback = ({ files, links, services, apply }: TargetAnswer): readonly string[] => {
  const made = [...files, ...links].map(({ path }) => quoted(path)).join(' ')
  const disable = services.enable.length === 0 ? [] : [`systemctl disable ${services.enable.map(quoted).join(' ')}`]
  const initramfs = apply
    .filter(({ argv: [program] }) => program === 'update-initramfs' || program === 'dracut')
    .map(step => step.argv.join(' '))
  const undo = [...disable, `rm -f ${made}`, 'cp -a /root/etc.before/. /etc/', ...initramfs, 'systemctl reboot'].join('; ')
  return [
    '  remote?    before you touch anything, so that the machine comes back by itself when you lose it:',
    `             cp -a /etc /root/etc.before && systemd-run --unit=undo-network --on-active=10min sh -c ${quoted(undo)}`,
    '             and when all is well: systemctl stop undo-network.timer',
  ]
}

/** A word as a shell reads it. */
const quoted = (word: string): string => (/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`)
