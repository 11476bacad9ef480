import { fillRecipe } from '../../src/recipes/fill.ts'
import { recipes } from '../../src/recipes/index.ts'
import type { Example } from '../protocol.ts'

/** Where a description may begin: the recipes of `netglot init`, with examples for what they ask. */
export const examples = (): readonly Example[] => recipes.map(({ name, title }) => ({ name, title, text: fillRecipe(name).text ?? '' }))
