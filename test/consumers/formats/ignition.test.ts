import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { butane } from '../../../src/formats/butane.ts'
import { ignition } from '../../../src/formats/ignition.ts'
import type { TargetAnswer } from '../../../src/index.ts'
import { runProgram, runScript } from '../run-program.ts'
import { answerOf, answers } from './answers.ts'
import { seenBelow, wanted, workFolder } from './seen.ts'

const folder = workFolder()
const options = { accounts: { users: {}, groups: {} }, epoch: 0 }

const written = (config: string): string => {
  const file = join(folder(), 'config.ign')
  writeFileSync(file, config)
  return file
}

describe.each(answers)('Ignition: $name', ({ answer }) => {
  const file = written(String(ignition.print(answer, options)))

  test('finds nothing wrong', async () => {
    expect(await runProgram('ignition-validate', [file])).toEqual({ status: 0, lines: [] })
  })

  test('writes the files, and enables the units by a preset', async () => {
    const root = folder()
    const { status, lines } = await runScript('formats/ignition-write.sh', [file, root])
    expect({ status, lines }).toEqual({ status: 0, lines: [] })
    const preset = join(root, 'etc/systemd/system-preset/20-ignition.preset')
    expect(readFileSync(preset, 'utf8').trim().split('\n').toSorted()).toEqual(answer.services.enable.map(unit => `enable ${unit}`))
    rmSync(preset)
    expect(seenBelow(root)).toEqual(wanted(answer))
  })
})

test('Ignition finds the owner in the system that it writes to', async () => {
  const root = folder()
  await runScript('formats/ignition-write.sh', [
    written(String(ignition.print(answerOf('wireguard/two-peers', 'networkd'), options))),
    root,
  ])
  expect(statSync(join(root, 'etc/systemd/network/05-netglot-wg0.netdev')).gid).toBe(4711)
})

test('Ignition complains of what is wrong', async () => {
  const wrong = String(ignition.print(answerOf('origin/1-bridge-dhcp', 'networkd'), options)).replaceAll('"/etc', '"etc')
  expect((await runProgram('ignition-validate', [written(wrong)])).status).not.toBe(0)
})

interface Butane {
  readonly variant: string
  readonly version: string
  readonly storage: {
    readonly files: readonly { readonly contents: { readonly inline?: string; readonly source?: string } }[]
    readonly links?: readonly object[]
  }
  readonly systemd?: object
}

/** What Butane makes of it: `fcos` 1.0.0 is Ignition's 3.0.0, text in place becomes a `data:` URL (its documentation, "Upgrading configs" and "fcos v1.0.0"). */
const translated = ({ storage: { files, links }, systemd }: Butane): object => ({
  ignition: { version: '3.0.0' },
  storage: {
    files: files.map(({ contents: { inline, source }, ...file }) => ({
      ...file,
      contents: { source: source ?? `data:;base64,${Buffer.from(inline ?? '').toString('base64')}` },
    })),
    ...(links === undefined ? {} : { links }),
  },
  ...(systemd === undefined ? {} : { systemd }),
})

const asYaml11 = async (answer: TargetAnswer): Promise<Butane> => {
  const file = written(String(butane.print(answer, options)))
  // Butane reads YAML as 1.1 has it in what matters here: octal numbers and line ends. PyYAML does so too.
  const { lines } = await runProgram('/usr/bin/python3', [
    '-c',
    'import json, sys, yaml; print(json.dumps(yaml.safe_load(open(sys.argv[1]))))',
    file,
  ])
  return JSON.parse(lines.join('')) as Butane
}

test.each(answers)('Butane, which Debian does not have, has what Ignition has, by its own rules: $name', async ({ answer }) => {
  const read = await asYaml11(answer)
  expect({ variant: read.variant, version: read.version }).toEqual({ variant: 'fcos', version: '1.0.0' })
  expect(translated(read)).toEqual(JSON.parse(String(ignition.print(answer, options))))
  expect(read.storage).toEqual((parse(String(butane.print(answer, options)), { version: '1.1' }) as Butane).storage)
})
