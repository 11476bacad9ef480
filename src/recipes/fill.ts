import { suggest } from '../description/suggest.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { Report } from '../diagnostics/report.ts'
import { recipes } from './index.ts'
import type { Parameter, Recipe, View } from './recipe.ts'
import { templates } from './templates.js'

/** What the recipe is given, by the names of its parameters, each as a person types it. */
export type Given = Readonly<Record<string, string>>

export interface Filled {
  /** The description; undefined when something is wrong. */
  readonly text: string | undefined
  readonly diagnostics: readonly Diagnostic[]
}

/** A description by a recipe. What nobody gives has its default; nothing that is given can become more than a value. */
export function fillRecipe(name: string, given: Given = {}): Filled {
  const report = new Report()
  const recipe = findRecipe(name, report)
  const text = recipe && write(recipe, given, report)
  return { text: report.failed ? undefined : text, diagnostics: report.diagnostics(() => undefined) }
}

const findRecipe = (name: string, report: Report): Recipe | undefined => {
  const names = recipes.map(recipe => recipe.name)
  const recipe = recipes.find(r => r.name === name)
  if (recipe === undefined) report.add('unknown-recipe', { name, known: names.join(', '), suggestion: suggest(name, names) })
  return recipe
}

const write = (recipe: Recipe, given: Given, report: Report): string | undefined => {
  refuseUnknown(recipe, given, report)
  const views = recipe.parameters.map(parameter => [parameter.name, readParameter(parameter, given[parameter.name], report)] as const)
  if (report.failed) return undefined
  refuseTwice(recipe, given, report)
  const examples = recipe.parameters.filter(({ name, own }) => own && given[name] === undefined).map(({ name }) => `--${name}`)
  if (examples.length > 0) report.add('still-an-example', { recipe: recipe.name, options: examples.join(' ') })
  return templates[recipe.name](Object.fromEntries(views))
}

const refuseUnknown = (recipe: Recipe, given: Given, report: Report): void => {
  const names = recipe.parameters.map(({ name }) => `--${name}`)
  for (const name of Object.keys(given).map(key => `--${key}`))
    if (!names.includes(name))
      report.add('unknown-parameter', { recipe: recipe.name, name, known: names.join(' '), suggestion: suggest(name, names) })
}

/** What the template gets of a parameter; of one that may be none, an empty list, which is false there. */
export function readParameter(parameter: Parameter, given: string | undefined, report: Report): View | readonly View[] {
  const texts = textsOf(parameter, given)
  const views = texts.map(text => parameter.kind.read(text))
  const wrong = texts.find((_, i) => views[i] === undefined)
  if (wrong !== undefined || (views.length === 0 && !parameter.optional)) {
    const { expected } = parameter.kind
    const value = parameter.secret ? 'that' : wrong || 'empty'
    report.add('bad-parameter', { name: `--${parameter.name}`, value, expected, example: parameter.default })
  }
  const good = views.filter(view => view !== undefined)
  return parameter.list ? good : (good[0] ?? [])
}

const textsOf = ({ default: otherwise, list, optional }: Parameter, given: string | undefined = otherwise): readonly string[] => {
  if (optional && given === 'none') return []
  return list ? given.split(',').map(text => text.trim()) : [given]
}

/** YAML would make one device of two that have one name. */
const refuseTwice = (recipe: Recipe, given: Given, report: Report): void => {
  const seen = new Map(recipe.devices.map(device => [device, 'the recipe itself']))
  for (const parameter of recipe.parameters)
    for (const device of textsOf(parameter, given[parameter.name]).flatMap(parameter.kind.devices)) {
      const [first, second] = [seen.get(device), `--${parameter.name}`]
      if (first !== undefined) report.add('device-twice', { device, first, second })
      seen.set(device, second)
    }
}
