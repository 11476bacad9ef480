/** A section of an INI-like file, with its entries in order. */
export interface Section {
  readonly name: string
  readonly entries: readonly (readonly [key: string, value: string])[]
}

/** The sections of a file of systemd or of NetworkManager; of the same name there may be several. */
export function sectionsOf(content: string): readonly Section[] {
  const sections: { name: string; entries: [string, string][] }[] = []
  for (const line of content.split('\n')) {
    const [, name] = /^\[(.+)\]\s*$/.exec(line) ?? []
    const [, key, value] = /^([^=#;[\s][^=]*?)\s*=\s*(.*?)\s*$/.exec(line) ?? []
    if (name !== undefined) sections.push({ name, entries: [] })
    else if (key !== undefined && value !== undefined) sections.at(-1)?.entries.push([key, value])
  }
  return sections
}
