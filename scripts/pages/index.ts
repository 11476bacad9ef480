import { type Capabilities, capabilities, capabilitiesPage } from './capabilities.ts'
import { descriptionPage } from './description.ts'

/** The generated pages of docs/, by name. */
export function pages(all: Capabilities = capabilities()): Readonly<Record<string, string>> {
  return { 'description.md': descriptionPage(all), 'capabilities.md': capabilitiesPage(all) }
}
