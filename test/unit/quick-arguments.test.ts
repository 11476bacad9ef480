import fc from 'fast-check'
import { beforeAll, expect, test, vi } from 'vitest'
import yargs, { type Argv, type CommandModule } from 'yargs'
import type { quickArguments as quick } from '../../src/cli/quick-arguments.ts'

type Command = CommandModule<object, never>
const loaded: { quickArguments?: typeof quick; options?: typeof import('../../src/cli/options.ts'); commands: Command[] } = { commands: [] }

beforeAll(async () => {
  vi.stubGlobal('NETGLOT_VERSION', '0')
  loaded.quickArguments = (await import('../../src/cli/quick-arguments.ts')).quickArguments
  loaded.options = await import('../../src/cli/options.ts')
  const { renderCommand } = await import('../../src/cli/commands/render.ts')
  const { checkCommand } = await import('../../src/cli/commands/check.ts')
  loaded.commands = [renderCommand as Command, checkCommand as Command]
})

const words = [
  ...['host.yaml', '-', '12', '0x10', '1e3', 'a b', 'true', 'false', '', '"q"', "'q'", '--', '-1', 'ä=b', '__proto__', 'constructor'],
  ...['-t', '--target', '--target=a,b', '--target=', '--target=a=b', '-tx', '-t=x', '--no-force', '--force', '--force=true', '--force=x'],
  ...['--root', '--root=/mnt', '--format', '--format=json', 'json', 'text', '--machine-wide', '--user', 'qemu=1', '--allow-loss=all'],
  ...['--bogus', '-x', '-h', '--help', '--version', '--format.x=1', '--targe', '--root="x"'],
]

/** What yargs makes of it; undefined where it refuses, or answers by itself. */
const slow = async (args: readonly string[], command: Command): Promise<Record<string, unknown> | undefined> => {
  let given: Record<string, unknown> | undefined
  const handler = (all: unknown): void => {
    given = all as Record<string, unknown>
  }
  const parser: Argv = yargs()
    .command({ ...command, handler } as CommandModule)
    .strict()
    .strictCommands()
    .detectLocale(false)
    .exitProcess(false)
    .parserConfiguration({ 'camel-case-expansion': false, 'dot-notation': false, 'parse-positional-numbers': false })
    .fail(() => {})
  await parser.parseAsync(loaded.options?.spellStandardInput(args) ?? [], {}, () => {})
  return given && { ...given, FILE: loaded.options?.readFiles(['x', ...(given.FILE as string[])]).slice(1) }
}

const namesOf = (given: object): object =>
  Object.fromEntries(Object.entries(given).filter(([name, value]) => !['_', '$0', 't'].includes(name) && value !== undefined))

test('quick arguments are those of yargs, or none', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...words), { maxLength: 6 }), fc.nat(1), async (args, which) => {
      const command = loaded.commands[which]
      if (command === undefined) throw new Error('no such command')
      const given = loaded.quickArguments?.(args, command)
      if (given === undefined) return
      const all = await slow([String(command.command).split(' ')[0] ?? '', ...args], command)
      expect(namesOf(given)).toEqual(namesOf(all ?? { refused: args }))
    }),
    { numRuns: 600 },
  )
})

test('the usual command lines are read quickly', () => {
  const [render, check] = loaded.commands
  const usual = [
    ['host.yaml', '-t', 'networkd@257,suse'],
    ['-', '--target=suse', '--root', '/mnt', '--force'],
    ['a.yaml', 'b.yaml', '-t', 'suse', '-t', 'netplan', '--format', 'json'],
  ]
  for (const args of usual) expect(render && loaded.quickArguments?.(args, render)).toBeDefined()
  expect(check && loaded.quickArguments?.(['host.yaml'], check)).toEqual({ FILE: ['host.yaml'], format: 'text' })
})
