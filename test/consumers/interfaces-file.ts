import { readFile } from 'node:fs/promises'

/** One option or command of a stanza. */
interface InterfacesOption {
  readonly line: number
  readonly name: string
  readonly value: string
}

/** One `iface` stanza. */
export interface InterfacesStanza {
  readonly line: number
  readonly name: string
  readonly family: string
  readonly method: string
  readonly options: readonly InterfacesOption[]
}

/** The options that are shell commands. */
export const commandNames = ['pre-up', 'up', 'post-up', 'pre-down', 'down', 'post-down']

/** The stanzas of an interfaces file, read as interfaces(5) says it; for a file without continued lines, which netglot never writes. */
export async function readInterfaces(file: string): Promise<readonly InterfacesStanza[]> {
  const stanzas: (InterfacesStanza & { readonly options: InterfacesOption[] })[] = []
  for (const [i, raw] of (await readFile(file, 'utf8')).split('\n').entries()) {
    const [word = '', ...rest] = raw.trim().split(/\s+/)
    if (word === '' || word.startsWith('#') || /^(auto|no-auto-down|allow-.*|source)$/.test(word)) continue
    if (word === 'iface') {
      const [name = '', family = '', method = ''] = rest
      stanzas.push({ line: i + 1, name, family, method, options: [] })
    } else {
      stanzas.at(-1)?.options.push({ line: i + 1, name: word, value: raw.trim().slice(word.length).trim() })
    }
  }
  return stanzas
}
