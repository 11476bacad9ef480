import { sureWord } from './suggest.ts'

const hexOctets = /^[0-9a-f]{2}(?:-[0-9a-f]{2}){5}$|^[0-9a-f]{4}(?:\.[0-9a-f]{4}){2}$/i

/** What a refused value can't but mean: another way to write a MAC address or a truth value, or a misspelt word. */
export function sureValue(text: string, expected: string): string | undefined {
  if (expected.startsWith('a MAC address') && hexOctets.test(text))
    return text.replaceAll(/[-.]/g, '').match(/../g)?.join(':').toLowerCase()
  if (expected === 'true or false') return { 1: 'true', 0: 'false' }[text]
  const [, words] = /^one of (.+)$/.exec(expected) ?? []
  return words === undefined ? undefined : sureWord(text, words.split(', '))
}
