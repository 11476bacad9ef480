import type { CommandModule } from 'yargs'
import { spellAllowLoss } from './options.ts'
import { quickArguments } from './quick-arguments.ts'

/** The commands that scripts run again and again. */
const commands: Readonly<Record<string, () => Promise<CommandModule<object, never>>>> = {
  render: async () => (await import('./commands/render.ts')).renderCommand as CommandModule<object, never>,
  check: async () => (await import('./commands/check.ts')).checkCommand as CommandModule<object, never>,
}

/** Runs a command whose arguments need no yargs; false when they do. */
export async function quickCommand([name = '', ...words]: readonly string[]): Promise<boolean> {
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined
  const command = await load?.()
  const given = command && quickArguments(spellAllowLoss(words), command)
  if (command === undefined || given === undefined) return false
  await command.handler(given as never)
  return true
}
