import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { osbuild } from '../../../src/formats/osbuild.ts'
import type { TargetAnswer } from '../../../src/index.ts'
import { runProgram } from '../run-program.ts'
import { answerOf, answers } from './answers.ts'
import { wanted, workFolder } from './seen.ts'

const folder = workFolder()

interface Blueprint {
  readonly name: string
  readonly packages?: readonly { readonly name: string; readonly version: string }[]
  readonly customizations: {
    readonly services?: object
    readonly directories?: readonly { readonly path: string; readonly ensure_parents: boolean }[]
    readonly files: readonly {
      readonly path: string
      readonly mode: string
      readonly user: string
      readonly group: string
      readonly data: string
    }[]
  }
}

const read = async (answer: TargetAnswer): Promise<Blueprint> => {
  const file = join(folder(), 'blueprint.toml')
  writeFileSync(file, osbuild.print(answer, { accounts: { users: {}, groups: {} }, epoch: 0 }))
  const program = 'import json, sys, tomllib; print(json.dumps(tomllib.load(open(sys.argv[1], "rb"))))'
  const { status, lines } = await runProgram('/usr/bin/python3', ['-c', program, file])
  expect(status).toBe(0)
  return JSON.parse(lines.join('')) as Blueprint
}

test.each(answers)("Python's tomllib reads the files from the blueprint: $name", async ({ answer }) => {
  const { files, services } = (await read(answer)).customizations
  expect(Object.fromEntries(files.map(({ path, mode, data }) => [path, `${mode} ${data}`]))).toEqual(wanted({ ...answer, links: [] }))
  expect(files.map(({ user, group }) => `${user}:${group}`)).toEqual(answer.files.map(({ owner, group }) => `${owner}:${group}`))
  expect(services).toEqual({ enabled: answer.services.enable })
})

test('the folders are there, and those of the system stay as they are', async () => {
  const { customizations, packages } = await read(answerOf('origin/1-bridge-dhcp', 'rocky-9'))
  expect(packages?.map(({ name }) => name)).toEqual(['NetworkManager'])
  expect(customizations.directories).toEqual([{ path: '/etc/NetworkManager/system-connections', ensure_parents: true }])
})
