/** A variable of a sysconfig file, as wicked's own parser takes it. */
export interface Variable {
  readonly name: string
  readonly value: string
  readonly line: number
}

/** What wicked 0.6 reads of a file such as ifcfg-br0, and what it passes over. */
export interface Sysconfig {
  readonly variables: readonly Variable[]
  readonly complaints: readonly string[]
}

/** wicked reads lines into a buffer of 512 bytes; what is longer becomes two lines. */
const longestLine = 510

/** The value of `NAME=rest`, undefined where wicked drops it: no escapes, no `$`, the rest after the value is not read. */
function unquote(rest: string): { readonly value: string; readonly ignored: string } | undefined {
  const quote = rest[0]
  if (quote !== "'" && quote !== '"') {
    const value = rest.split(/\s/, 1)[0] ?? ''
    return { value, ignored: rest.slice(value.length).trim() }
  }
  const end = rest.indexOf(quote, 1)
  return end < 0 ? undefined : { value: rest.slice(1, end), ignored: rest.slice(end + 1).trim() }
}

function readLine(text: string, line: number, last: boolean): Variable | string | undefined {
  const trimmed = text.trimStart()
  if (trimmed === '' || trimmed.startsWith('#')) return undefined
  if (Buffer.byteLength(text) > longestLine) return 'line longer than 510 bytes is cut'
  const assignment = /^([A-Za-z][A-Za-z0-9_]*)=(.*)$/.exec(trimmed)
  if (assignment?.[1] === undefined || assignment[2] === undefined) return `line is passed over: ${trimmed}`
  const [, name, rest] = assignment
  const read = unquote(rest)
  if (read === undefined) return `unterminated quote, ${name} is dropped`
  if (read.ignored !== '') return `'${read.ignored}' after the value of ${name} is ignored`
  if (last && !/^['"]/.test(rest)) return `${name} is dropped, since it is not quoted and no newline follows`
  return { name, value: read.value, line }
}

/** Reads a sysconfig file by the rules of wicked's src/sysconfig.c. */
export function readSysconfig(text: string): Sysconfig {
  const variables: Variable[] = []
  const complaints: string[] = []
  const lines = text.split('\n')
  for (const [index, content] of lines.entries()) {
    const read = readLine(content, index + 1, index === lines.length - 1)
    if (typeof read === 'string') complaints.push(`${index + 1}: ${read}`)
    if (typeof read !== 'object') continue
    if (variables.some(other => other.name === read.name)) complaints.push(`${index + 1}: ${read.name} is set twice, the last one counts`)
    variables.push(read)
  }
  return { variables, complaints }
}

/** The value that counts: the last one; an empty one is as good as none. */
export function settingOf(variables: readonly Variable[], name: string): string | undefined {
  return variables.findLast(variable => variable.name === name)?.value || undefined
}
