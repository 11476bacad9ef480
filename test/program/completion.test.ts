import { execFileSync } from 'node:child_process'
import { chmodSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../fixtures.ts'
import { netglot, workplace } from './program.ts'

const { put } = workplace()
const program = put('bin/netglot', `#!/bin/sh\nexec '${process.execPath}' '${join(root, 'dist/netglot.cjs')}' "$@"\n`)
chmodSync(program, 0o755)
const env = { PATH: `${dirname(program)}:${process.env.PATH}`, HOME: dirname(program) }

const script = (shell: string): string => put(`script.${shell}`, netglot(['completion', shell]).stdout)

/** What a shell offers for a line, one a line. */
const offered: Readonly<Record<string, (line: string) => string>> = {
  bash: line =>
    execFileSync(
      'bash',
      ['--norc', '-c', `. '${script('bash')}'; COMP_LINE=$1 COMP_POINT=\${#1}; _netglot; printf '%s\\n' "\${COMPREPLY[@]}"`, '-', line],
      {
        env,
        encoding: 'utf8',
      },
    ),
  // The completion system of zsh runs in a terminal alone: what it is given is looked at, and chosen from as it does.
  zsh: line =>
    execFileSync(
      'zsh',
      [
        '-f',
        '-c',
        `compdef() {}; _describe() { print -l -- \${(P)2} }; _files() {}; words=(\${=1}) CURRENT=\${#words}; . '${script('zsh')}'; _netglot`,
        '-',
        line,
      ],
      { env, encoding: 'utf8' },
    )
      .split('\n')
      .filter(word => word.startsWith(line.split(' ').at(-1) ?? ''))
      .join('\n'),
  fish: line =>
    execFileSync('fish', ['--no-config', '-c', `source '${script('fish')}'; complete -C "$argv[1]"`, line], { env, encoding: 'utf8' }),
}

test.each(['bash', 'zsh', 'fish'])('%s completes commands, options and targets', shell => {
  const words = (line: string): readonly string[] => (offered[shell]?.(line) ?? '').split('\n').map(word => word.replace(/[\t:].*/, ''))
  expect(words('netglot rend')).toEqual(expect.arrayContaining(['render']))
  expect(words('netglot render --allow')).toEqual(expect.arrayContaining(['--allow-loss']))
  expect(words('netglot render -t ifupdo')).toEqual(expect.arrayContaining(['ifupdown2']))
  // In a list, and after a sign that bash takes for the end of a word.
  expect(words('netglot render -t ifupdown,networkd@').map(word => word.replace(/.*@/, ''))).toEqual(expect.arrayContaining(['257']))
})

test('completion looks which shell there is, and wants to know it', () => {
  expect(netglot(['completion'], { env: { SHELL: '/usr/bin/zsh' } }).stdout).toContain('#compdef netglot')
  expect(netglot(['completion'], { env: { SHELL: '/bin/dash' } })).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('bash, zsh, fish'),
  })
})
