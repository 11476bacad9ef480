import { join } from 'node:path'
import { expect, test } from 'vitest'
import { fillRecipe, recipes } from '../../src/index.ts'
import { root } from '../fixtures.ts'

/** Each recipe with its defaults is a fixture, whose files are golden like those of all others. */
test.each(recipes)('$name with its defaults is its fixture', async ({ name }) => {
  await expect(fillRecipe(name).text ?? '').toMatchFileSnapshot(join(root, 'fixtures/recipes', name, 'input.yaml'))
})
