import { spawnSync } from 'node:child_process'
import { readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { formatNames } from '../../src/formats/index.ts'
import { root } from '../fixtures.ts'
import { workplace } from './program.ts'

const page = readFileSync(join(root, 'docs/formats.md'), 'utf8')
const { folder, put } = workplace()

const blocks = (language: string): readonly string[] =>
  [...page.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\``, 'gms'))].map(([, text = '']) => text)

put('host.yaml', blocks('yaml')[0] ?? '')
put('bin/.keep', '')
symlinkSync(join(root, 'dist/netglot.cjs'), join(folder, 'bin/netglot'))

test.each(blocks('sh'))('%s', example => {
  const { status, stderr } = spawnSync('sh', ['-e', '-c', example], {
    cwd: folder,
    env: { PATH: `${join(folder, 'bin')}:${process.env.PATH}` },
    encoding: 'utf8',
  })
  expect(stderr).not.toMatch(/error/)
  expect(status).toBe(0)
})

test('every format has its row, its section and its example', () => {
  for (const name of formatNames) {
    expect(page).toMatch(new RegExp(`^\\| \`${name}\` `, 'm'))
    expect(blocks('sh').some(example => example.includes(`--format ${name} `))).toBe(true)
  }
})

test('the kickstart file has one section, which its end alone ends', () => {
  const lines = readFileSync(join(folder, 'host.ks'), 'utf8').split('\n')
  expect(lines.filter(line => line.startsWith('%'))).toEqual(['%post --erroronfail', '%end'])
})

test('debconf reads the line for the installer', () => {
  const file = put('preseed.cfg', blocks('preseed')[0] ?? '')
  const { status, stderr } = spawnSync('debconf-set-selections', ['--checkonly', file], { encoding: 'utf8' })
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
})

test('Packer takes the provisioner', () => {
  const template = [
    'source "null" "image" {',
    '  communicator = "none"',
    '}',
    'build {',
    '  sources = ["source.null.image"]',
    ...blocks('hcl'),
    '}',
  ]
  put('image.pkr.hcl', template.join('\n'))
  const { status, stdout, stderr } = spawnSync('packer', ['validate', 'image.pkr.hcl'], {
    cwd: folder,
    env: { PATH: process.env.PATH, HOME: folder, CHECKPOINT_DISABLE: '1' },
    encoding: 'utf8',
  })
  expect(blocks('hcl')).toHaveLength(1)
  expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: '', stderr: '' })
})
