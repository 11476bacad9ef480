declare const syntax: unique symbol

/** The kinds of files that targets are made of, by their rules for a value. */
export type Syntax = 'ini' | 'keyfile' | 'stanza' | 'ifcfg' | 'columns' | 'sysctl' | 'udev' | 'wpa' | 'shell' | 'yaml'

/** A text that stands safely as a value in one kind of file. Only `text` makes one, and only codecs call it. */
export type Text<S extends Syntax> = string & { readonly [syntax]: S }

/** A value that a kind of file can't hold. The walk turns it into a *value* loss. */
export class Inexpressible extends Error {
  readonly remedy: string
  constructor(why: string, remedy: string) {
    super(why)
    this.remedy = remedy
  }
}

/** Why a text can't be a value in the syntax; undefined when it can. Every rule was run against the real reader. */
const refusals: { readonly [S in Syntax]: (text: string) => string | undefined } = {
  // systemd.syntax(7): blanks around a value are cut, a backslash at the end joins the next line.
  ini: text => untrimmed(text) ?? trailingBackslash(text),
  // GKeyFile: escapes are the codec's business; a raw leading blank would be cut.
  keyfile: text => (/^\s/.test(text) ? 'it begins with a blank' : undefined),
  // interfaces(5): no quoting at all; blanks are cut, a backslash at the end joins the next line, an empty option refuses the whole file.
  stanza: text => (text === '' ? 'it is empty' : (untrimmed(text) ?? trailingBackslash(text))),
  // wicked reads lines in pieces of 511 bytes; quoting is the codec's business.
  ifcfg: text => (text.length > 450 ? 'it is too long for a line' : undefined),
  columns: text => (/[\s#\\]/.test(text) || text === '' ? 'it can’t stand in a column' : undefined),
  sysctl: text => untrimmed(text),
  udev: () => undefined,
  wpa: text => untrimmed(text),
  shell: text => untrimmed(text),
  yaml: () => undefined,
}

const untrimmed = (text: string): string | undefined => (text !== text.trim() ? 'blanks at its ends would be cut' : undefined)
const trailingBackslash = (text: string): string | undefined =>
  text.endsWith('\\') ? 'its backslash at the end would join the next line' : undefined

/** Marks a text as safe for a syntax. Throws Inexpressible when it isn't. */
export function text<S extends Syntax>(kind: S, value: string): Text<S> {
  const why = /[\p{Cc}\u2028\u2029]/u.test(value) ? 'it holds a control character' : refusals[kind](value)
  if (why !== undefined) throw new Inexpressible(why, 'choose another value')
  return value as Text<S>
}
