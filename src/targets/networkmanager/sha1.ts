/** SHA-1 (FIPS 180-4) of bytes, for version 5 UUIDs: the core runs in browsers too, which have it only as a promise. */
export function sha1(message: readonly number[]): readonly number[] {
  let state: readonly number[] = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0]
  const bytes = padded(message)
  for (let at = 0; at < bytes.length; at += 64) state = compress(state, bytes.slice(at, at + 64))
  return state.flatMap(bytesOf)
}

/** The message, a one bit, zeros, and its length in bits in the last eight bytes. */
const padded = (message: readonly number[]): readonly number[] => {
  const zeros = (119 - (message.length % 64)) % 64
  return [
    ...message,
    0x80,
    ...Array<number>(zeros).fill(0),
    ...bytesOf(Math.floor(message.length / 2 ** 29)),
    ...bytesOf(message.length * 8),
  ]
}

const bytesOf = (word: number): number[] => [word >>> 24, (word >>> 16) & 255, (word >>> 8) & 255, word & 255]

const rotate = (word: number, by: number): number => (word << by) | (word >>> (32 - by))

const compress = (state: readonly number[], block: readonly number[]): readonly number[] => {
  const words = schedule(block)
  let [a = 0, b = 0, c = 0, d = 0, e = 0] = state
  for (const [round, word] of words.entries()) {
    const next = (rotate(a, 5) + mix(round, b, c, d) + e + word) | 0
    ;[e, d, c, b, a] = [d, c, rotate(b, 30), a, next]
  }
  return [a, b, c, d, e].map((word, i) => ((state[i] ?? 0) + word) | 0)
}

const schedule = (block: readonly number[]): readonly number[] => {
  const words = Array.from({ length: 16 }, (_, i) => block.slice(4 * i, 4 * i + 4).reduce((word, byte) => (word << 8) | byte, 0))
  const at = (i: number): number => words[i] ?? 0
  for (let i = 16; i < 80; i++) words.push(rotate(at(i - 3) ^ at(i - 8) ^ at(i - 14) ^ at(i - 16), 1))
  return words
}

/** The round's function of three words, and its constant. */
const mix = (round: number, b: number, c: number, d: number): number => {
  if (round < 20) return ((b & c) | (~b & d)) + 0x5a827999
  if (round < 40) return (b ^ c ^ d) + 0x6ed9eba1
  if (round < 60) return ((b & c) | (b & d) | (c & d)) + 0x8f1bbcdc
  return (b ^ c ^ d) + 0xca62c1d6
}
