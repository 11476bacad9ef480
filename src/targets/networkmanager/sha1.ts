/**
 * SHA-1 (FIPS 180-4) of bytes, for version 5 UUIDs: the core runs in browsers too, which have it only as a promise. Every profile has a UUID, so it works
 * on numbers in one array and makes no others.
 */
export function sha1(message: readonly number[]): readonly number[] {
  const state = initial.slice()
  const words = padded(message)
  for (let at = 0; at < words.length; at += 16) compress(state, words, at)
  const digest: number[] = []
  for (const word of state) digest.push(word >>> 24, (word >>> 16) & 255, (word >>> 8) & 255, word & 255)
  return digest
}

const initial = new Int32Array([0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0])

/** The message, a one bit, zeros, and its length in bits in the last two words. */
const padded = (message: readonly number[]): Int32Array => {
  const words = new Int32Array(16 * Math.ceil((message.length + 9) / 64))
  for (let i = 0; i < message.length; i++) put(words, i, message[i] as number)
  put(words, message.length, 0x80)
  words[words.length - 2] = Math.floor(message.length / 2 ** 29)
  words[words.length - 1] = message.length * 8
  return words
}

const put = (words: Int32Array, at: number, byte: number): void => {
  words[at >> 2] = (words[at >> 2] as number) | (byte << (24 - 8 * (at & 3)))
}

const rotate = (word: number, by: number): number => (word << by) | (word >>> (32 - by))

const schedule = new Int32Array(80)

const compress = (state: Int32Array, words: Int32Array, at: number): void => {
  expand(words, at)
  let [a = 0, b = 0, c = 0, d = 0, e = 0] = state
  for (let round = 0; round < 80; round++) {
    const next = (rotate(a, 5) + mix(round, b, c, d) + e + (schedule[round] as number)) | 0
    e = d
    d = c
    c = rotate(b, 30)
    b = a
    a = next
  }
  add(state, 0, a)
  add(state, 1, b)
  add(state, 2, c)
  add(state, 3, d)
  add(state, 4, e)
}

const add = (state: Int32Array, i: number, word: number): void => {
  state[i] = (state[i] as number) + word
}

/** The words of 80 rounds from the 16 of a block. */
const expand = (words: Int32Array, at: number): void => {
  const of = (i: number): number => schedule[i] as number
  for (let i = 0; i < 16; i++) schedule[i] = words[at + i] as number
  for (let i = 16; i < 80; i++) schedule[i] = rotate(of(i - 3) ^ of(i - 8) ^ of(i - 14) ^ of(i - 16), 1)
}

/** The round's function of three words, and its constant. */
const mix = (round: number, b: number, c: number, d: number): number => {
  if (round < 20) return ((b & c) | (~b & d)) + 0x5a827999
  if (round < 40) return (b ^ c ^ d) + 0x6ed9eba1
  if (round < 60) return ((b & c) | (b & d) | (c & d)) + 0x8f1bbcdc
  return (b ^ c ^ d) + 0xca62c1d6
}
