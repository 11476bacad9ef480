import { type Syntax, type Text, text } from './text.ts'

/** How a value is written in one kind of file, and read back from it. */
export interface Codec<T, S extends Syntax> {
  /** Throws Inexpressible for a value that the file can't hold. */
  print(value: T): Text<S>
  /** Undefined for a text that is no such value. */
  read(text: string): T | undefined
}

/** A codec for a kind of file. */
export const codec = <T, S extends Syntax>(syntax: S, print: (value: T) => string, read: (text: string) => T | undefined): Codec<T, S> => ({
  print: value => text(syntax, print(value)),
  read,
})

/** The codecs that every kind of file has in one spelling or another. */
export const basicCodecs = <S extends Syntax>(syntax: S, [yes, no]: readonly [string, string]) => ({
  /** A text as it is. */
  word: codec<string, S>(
    syntax,
    value => value,
    value => value,
  ),
  /** A whole number. */
  integer: codec<number, S>(syntax, String, value => (/^\d+$/.test(value) ? Number(value) : undefined)),
  /** A boolean in the file's words. */
  yesNo: codec<boolean, S>(
    syntax,
    value => (value ? yes : no),
    value => (value === yes ? true : value === no ? false : undefined),
  ),
})
