import { type Capabilities, capabilities, capabilitiesPage } from './capabilities.ts'
import { descriptionPage } from './description.ts'
import { diagnosticsPage } from './diagnostics.ts'
import { recipePages } from './recipe.ts'

export { pictures } from './pictures.ts'

/** The generated pages of docs/, by name. */
export function pages(all: Capabilities = capabilities()): Readonly<Record<string, string>> {
  return {
    'description.md': descriptionPage(all),
    'capabilities.md': capabilitiesPage(all),
    'diagnostics.md': diagnosticsPage(),
    ...recipePages(),
  }
}
