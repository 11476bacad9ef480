import { quoted } from '../formats/shell-word.ts'
import type { Parameter, Recipe } from '../recipes/recipe.ts'

/** The recipes, a line each, and how to go on. */
export const recipeListText = (all: readonly Recipe[]): string =>
  [
    ...all.map(({ name, title }) => `${name.padEnd(Math.max(...all.map(r => r.name.length)))}  ${title}`),
    '',
    'netglot init RECIPE --list tells when to take one, and what it asks for.',
    '',
  ].join('\n')

/** One recipe: when to take it, and what it asks for. */
export const recipeText = ({ name, title, about, parameters }: Recipe): string =>
  [`${name}: ${title}`, `  ${about}`, '', ...parameters.map(parameterText), ''].join('\n')

const parameterText = (parameter: Parameter): string => `  --${parameter.name} ${quoted(parameter.default)}\n      ${aboutText(parameter)}`

/** What a parameter is, for people. */
export const aboutText = ({ about, list, own }: Parameter): string =>
  `${about.replaceAll('`', '')}${list ? '; several with commas' : ''}${own ? ' (an example: put in yours)' : ''}`

/** One recipe for programs. */
export const recipeJson = ({ name, title, about, parameters }: Recipe): object => ({
  name,
  title,
  about,
  parameters: parameters.map(({ kind, ...parameter }) => ({ ...parameter, expected: kind.expected })),
})
