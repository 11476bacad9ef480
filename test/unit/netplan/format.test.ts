import fc from 'fast-check'
import { format } from 'prettier'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { word } from '../../../src/targets/netplan/format.ts'

/** No description holds control characters. */
const printable = (text: string): boolean => text !== '' && !/[\p{Cc}\p{Cs}\u2028\u2029]/u.test(text)

const texts = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 40 }).filter(printable),
  fc.stringMatching(/^[-+.\d_:xeoTZ~ ]{1,12}$/).filter(printable),
  fc.stringMatching(/^[ "'\\#:a,[\]{}&*!|>%@`-]{1,12}$/),
  fc.constantFrom('on', 'No', 'null', '~', '0x1F', '1_000', '2001-01-01', '.inf', '1e3', '012', '<<', '=', '52:54:00:12:34:56', '\ufeffa'),
)

test('every text is read back by readers of YAML 1.1 and 1.2', () => {
  fc.assert(
    fc.property(texts, text => {
      const printed = word.print(text)
      expect(word.read(printed)).toBe(text)
      for (const version of ['1.1', '1.2'] as const) expect(parse(`key: ${printed}`, { version })).toEqual({ key: text })
      expect(parse(`key: [${printed}, ${printed}]`, { version: '1.1' })).toEqual({ key: [text, text] })
      expect(parse(`${printed}: value`, { version: '1.1' })).toEqual({ [text]: 'value' })
    }),
    { numRuns: 2000 },
  )
})

test('prettier leaves every text alone', async () => {
  await fc.assert(
    fc.asyncProperty(texts, async text => {
      const line = `key: ${word.print(text)}\n`
      expect(await format(line, { parser: 'yaml' })).toBe(line)
    }),
    { numRuns: 500 },
  )
})

test('what needs no quotes has none', () => {
  for (const text of ['192.0.2.10/24', 'correct horse battery', 'br-lan', 'en*', 'example.com']) expect(word.print(text)).toBe(text)
})
