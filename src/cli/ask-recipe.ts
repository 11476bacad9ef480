import { createInterface } from 'node:readline'
import { full } from '../diagnostics/printers/full.ts'
import { Report } from '../diagnostics/report.ts'
import { readParameter } from '../recipes/fill.ts'
import { recipes } from '../recipes/index.ts'
import type { Parameter, Recipe } from '../recipes/recipe.ts'
import { aboutText } from './recipe-text.ts'

interface Chosen {
  readonly name: string
  readonly values: Readonly<Record<string, string>>
}

/** Asks on the terminal for a recipe, and for what it asks for; undefined when the person goes away. What options have said is not asked again. */
export async function askRecipe(given: Readonly<Record<string, string>>): Promise<Chosen | undefined> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr })
  // Lines that are typed, or pasted, before they are asked for count too, which question() would lose.
  const lines = terminal[Symbol.asyncIterator]()
  const ask: Ask = async question => {
    terminal.setPrompt(question)
    terminal.prompt()
    const { value, done } = await lines.next()
    if (done === true) throw new Gone()
    return value
  }
  try {
    return await converse(ask, given)
  } catch (error) {
    if (error instanceof Gone) return undefined
    throw error
  } finally {
    terminal.close()
  }
}

/** The person has gone away. */
class Gone extends Error {}

type Ask = (question: string) => Promise<string>

const converse = async (ask: Ask, given: Readonly<Record<string, string>>): Promise<Chosen> => {
  const say = (text: string): void => void process.stderr.write(`${text}\n`)
  say(recipes.map(({ name, title }, i) => `${`${i + 1}`.padStart(3)}  ${name.padEnd(17)}  ${title}`).join('\n'))
  const recipe = await askFor(ask, '\nWhich one, by number or name? ', chosen, say)
  say(`\n${recipe.about}\n`)
  const values: Record<string, string> = { ...given }
  for (const parameter of recipe.parameters.filter(({ name }) => given[name] === undefined))
    values[parameter.name] = await askParameter(ask, parameter, say)
  return { name: recipe.name, values: withoutDefaults(recipe, values) }
}

const chosen = (answer: string): Recipe | string =>
  recipes.find(({ name }, i) => name === answer || `${i + 1}` === answer) ?? `a number from 1 to ${recipes.length}, or a name`

/** Asks until the answer is one; a text says what is wanted. */
const askFor = async (
  ask: Ask,
  question: string,
  read: (answer: string) => Recipe | string,
  say: (text: string) => void,
): Promise<Recipe> => {
  const answer = read((await ask(question)).trim())
  if (typeof answer !== 'string') return answer
  say(answer)
  return askFor(ask, question, read, say)
}

const askParameter = async (ask: Ask, parameter: Parameter, say: (text: string) => void): Promise<string> => {
  const answer = (await ask(`${parameter.name}: ${aboutText(parameter)}\n  [${parameter.default}] `)).trim()
  if (answer === '') return parameter.default
  const report = new Report()
  readParameter(parameter, answer, report)
  if (!report.failed) return answer
  say(
    full(
      report.diagnostics(() => undefined),
      [],
      false,
    ),
  )
  return askParameter(ask, parameter, say)
}

/** An answer that only takes the default says nothing: an example is still one. */
const withoutDefaults = ({ parameters }: Recipe, values: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(values).filter(([name, value]) => parameters.find(p => p.name === name)?.default !== value))
