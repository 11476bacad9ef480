/** What a port of a bridge may be, in the words of bridge(8). */
export const portWords = { hairpin: 'hairpin', neighSuppress: 'neigh_suppress', learning: 'learning', isolated: 'isolated' } as const

export type PortWord = (typeof portWords)[keyof typeof portWords]

/** The command that says one thing of a port. `device` is a name, which no shell takes for anything else (normalise/names.ts), or a variable. */
export const portCommand = (device: string, word: PortWord, on: boolean): string =>
  `bridge link set dev ${device} ${word} ${on ? 'on' : 'off'}`
