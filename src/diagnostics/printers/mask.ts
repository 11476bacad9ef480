/** In a key's name. /etc/passwd holds none. */
const secretWord = /(?<!\/etc\/)pass(?:word|phrase)?|psk|secret|private|preshared|\bshared\b|\bpin\b|(?:wep|wireless)[-_]?key/i
/** `key-management: psk` says what is asked for, and is none. */
const wordForOne = /(?<=key-management['"]?\s*:\s*['"]?)psk\b/i
/** What looks like a key of WireGuard, whole or nearly so, but for one that is said to be public. */
const wireguardKey = /(?<!\bpublic['"]?:\s*['"]?)(?<![A-Za-z0-9+/])[A-Za-z0-9+/]{40,46}=?(?![A-Za-z0-9+/=])/
export const dots = '••••••'

/** What may be shown of a source line, and from which column on (counted from 0) it is hidden. */
export interface Masked {
  readonly text: string
  readonly hiddenFrom: number
}

/** The line without what may be a password: all that follows a key such as `password:` on its line, and the whole of the lines below such a key. */
export function masked(lines: readonly string[], index: number): Masked {
  const line = lines[index] ?? ''
  if (belongsToSecret(lines, index)) return hide(line, indentOf(line))
  const [word, key] = [secretIn(line), wireguardKey.exec(line)]
  if (key !== null && key.index < (word?.index ?? Number.POSITIVE_INFINITY)) return hide(line, key.index)
  if (word === null) return { text: line, hiddenFrom: Number.POSITIVE_INFINITY }
  const colon = line.indexOf(':', word.index)
  return hide(line, colon < 0 ? word.index + word[0].length : colon + 1)
}

const secretIn = (line: string): RegExpExecArray | null => secretWord.exec(/psk/i.test(line) ? line.replace(wordForOne, '---') : line)

const hide = (line: string, from: number): Masked => {
  if (line.slice(from).trim() === '') return { text: line, hiddenFrom: Number.POSITIVE_INFINITY }
  const shown = line.slice(0, from)
  return { text: `${shown}${shown.endsWith(':') ? ' ' : ''}${dots}`, hiddenFrom: from }
}

/**
 * Whether the line goes on with the value of a key above it that may be a secret: it comes after a bare key
 * with no other key between, or is indented below one. Blank lines and comments do not count.
 */
function belongsToSecret(lines: readonly string[], index: number): boolean {
  let indent = indentOf(lines[index] ?? '')
  let next = true
  for (let i = index - 1; i >= 0; i--) {
    const line = lines[i] ?? ''
    if (isBeside(line, indent, next) || /^\s*(?:#.*)?$/.test(line)) continue
    const above = indentOf(line)
    if ((above < indent || (next && isBare(line))) && secretIn(line) !== null) return true
    indent = Math.min(indent, above)
    next &&= !line.includes(':')
    if (indent === 0 && !next) return false
  }
  return false
}

/** Whether it is no key above the line: of one mapping there may be thousands, and each finding has its line looked at so. */
const isBeside = (line: string, indent: number, next: boolean): boolean => {
  for (let i = 0; !next && i < indent; i++) if (line.charCodeAt(i) !== blank) return false
  return !next
}

const blank = ' '.charCodeAt(0)

/** `password:`, also with the sign of a block, a tag or an anchor behind it. */
const isBare = (line: string): boolean => /:\s*(?:[|>&!][^\s'"]*\s*)*(?:#.*)?$/.test(line)

const indentOf = (line: string): number => line.length - line.trimStart().length
