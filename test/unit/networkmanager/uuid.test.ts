import { describe, expect, test } from 'vitest'
import { sha1 } from '../../../src/targets/networkmanager/sha1.ts'
import { bytesOf, uuid5 } from '../../../src/targets/networkmanager/uuid.ts'

const bytes = (text: string): readonly number[] => [...text].map(c => c.charCodeAt(0))
const hex = (digest: readonly number[]): string => digest.map(byte => byte.toString(16).padStart(2, '0')).join('')

describe('sha1', () => {
  test.each([
    ['abc', 'a9993e364706816aba3e25717850c26c9cd0d89d'],
    ['abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq', '84983e441c3bd26ebaae4aa1f95129e5e54670f1'],
    ['a'.repeat(1_000_000), '34aa973cd4c4daa4f61eeb2bdbad27316534016f'],
    ['01234567'.repeat(80), 'dea356a2cddd90c7a7ecedc5ebb563934f460452'],
  ])('gives the digests of RFC 3174, 7.3: %.20s', (message, digest) => {
    expect(hex(sha1(bytes(message)))).toBe(digest)
  })

  test.each([
    [0, 'da39a3ee5e6b4b0d3255bfef95601890afd80709'],
    [55, 'c1c8bbdc22796e28c0e15163d20899b65621d65a'],
    [56, 'c2db330f6083854c99d4b5bfb6e8f29f201be699'],
    [63, '03f09f5b158a7a8cdad920bddc29b81c18a551f5'],
    [64, '0098ba824b5c16427bd7a1122a5a442a25ec644d'],
    [119, 'ee971065aaa017e0632a8ca6c77bb3bf8b1dfc56'],
    [120, 'f34c1488385346a55709ba056ddd08280dd4c6d6'],
  ])('pads %i bytes as sha1sum does', (length, digest) => {
    expect(hex(sha1(bytes('a'.repeat(length))))).toBe(digest)
  })
})

describe('uuid5', () => {
  test('gives what RFC 9562, A.4 gives', () => {
    expect(uuid5('www.example.com', bytesOf('6ba7b810-9dad-11d1-80b4-00c04fd430c8'))).toBe('2ed6657d-e927-568b-95e1-2665a8aea6a2')
  })

  test('never changes for a name', () => {
    expect(uuid5('netglot-br0')).toBe('bed4d3dd-4b5f-5664-ad4b-e26f2c0ccecd')
  })
})
