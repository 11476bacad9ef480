import type { Argv, CommandModule } from 'yargs'
import { fillRecipe } from '../../recipes/fill.ts'
import { recipes } from '../../recipes/index.ts'
import { emitJson, refuse, toStdout } from '../emit.ts'
import { single } from '../options.ts'
import { exit, UsageError } from '../outcome.ts'
import { recipeJson, recipeListText, recipeText } from '../recipe-text.ts'
import { writeDescription } from '../write-description.ts'
import { builds, formatOption } from './common.ts'

type Texts = string | readonly string[] | undefined

interface InitArguments {
  readonly RECIPE?: string | undefined
  readonly output?: Texts
  readonly force?: boolean | undefined
  readonly list?: boolean | undefined
  readonly format: string
  readonly [parameter: string]: unknown
}

/** What all recipes ask for: each name once, with the words of the first that has it. */
const parameters = [...new Map(recipes.flatMap(recipe => recipe.parameters.map(p => [p.name, p] as const)).reverse()).values()].reverse()

const builder = (yargs: Argv) =>
  parameters
    .reduce(
      (all, { name, about }) => all.option(name, { type: 'string', describe: about.replaceAll('`', ''), group: 'What recipes ask for:' }),
      yargs.positional('RECIPE', { type: 'string', describe: 'The recipe; without it you are asked' }),
    )
    .option('output', { alias: 'o', type: 'string', describe: 'The file to write; standard output without it' })
    .option('force', { type: 'boolean', describe: 'Write over a file that is there' })
    .option('list', { type: 'boolean', describe: 'List the recipes, or of one what it asks for' })
    .option('format', { ...formatOption, describe: 'Of --list: for people or for programs' })
    .example('$0 init', 'Choose a recipe, and answer what it asks')
    .example('$0 init --list', 'Which recipes are there?')
    .example('$0 init bridge-dhcp --nic eno1 --mac 52:54:00:aa:00:01 -o host.yaml', 'A bridge over eno1')

/** `netglot init`: a ready description, by a recipe. */
export const initCommand: CommandModule<object, InitArguments> = {
  command: 'init [RECIPE]',
  describe: 'Write a ready description for a usual problem: bridges, TAPs, Wi-Fi, hosters, VLANs',
  builder: builds<InitArguments>(builder),
  handler: async given => {
    process.exitCode = await run(given)
  },
}

async function run(given: InitArguments): Promise<number> {
  const output = single('output', given.output)
  if (given.force === true && output === undefined) throw new UsageError('--force is for the file of -o: give -o as well')
  const values = valuesOf(given)
  if (given.list === true || (given.RECIPE === undefined && !isConversation())) return list(given, Object.keys(values))
  const chosen = given.RECIPE === undefined ? await ask(values) : { name: given.RECIPE, values }
  if (chosen === undefined) return exit.usage
  const { text, diagnostics } = fillRecipe(chosen.name, chosen.values)
  if (text === undefined) return refuse(diagnostics, [], undefined)
  return writeDescription(chosen.name, text, diagnostics, { output, force: given.force === true })
}

/** Questions and answers are wanted where both ends are a person’s; the description may go elsewhere. */
const isConversation = (): boolean => process.stdin.isTTY === true && process.stderr.isTTY === true

const ask = async (values: Readonly<Record<string, string>>) => (await import('../ask-recipe.ts')).askRecipe(values)

/** What was given for the recipe; a list may be given piece by piece. */
const valuesOf = (given: InitArguments): Readonly<Record<string, string>> =>
  Object.fromEntries(
    parameters.flatMap(({ name, list: many }) => {
      const value = given[name] as Texts
      if (value === undefined) return []
      return [[name, typeof value === 'string' ? value : many ? value.join(',') : (single(name, value) ?? '')]]
    }),
  )

const list = ({ RECIPE, format }: InitArguments, given: readonly string[]): number => {
  const [first] = given
  if (first !== undefined) throw new UsageError(`say which recipe --${first} is for: ${recipes.map(({ name }) => name).join(', ')}`)
  const some = recipes.filter(({ name }) => RECIPE === undefined || name === RECIPE)
  if (format === 'json') emitJson({ recipes: some.map(recipeJson) })
  else toStdout(RECIPE === undefined ? recipeListText(some) : some.map(recipeText).join('\n'))
  return exit.done
}
