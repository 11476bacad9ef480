/**
 * A definition's id as part of a file name. Ids may hold any visible character; one that can't stand in a file name gets a number
 * made of all of it, so that different ids never share a file.
 */
export function fileName(id: string): string {
  if (/^[A-Za-z0-9_-][A-Za-z0-9._-]{0,63}$/.test(id)) return id
  const safe = id
    .replaceAll(/[^A-Za-z0-9._-]/g, '_')
    .replace(/^\./, '_')
    .slice(0, 64)
  return `${safe}-${digest(id)}`
}

/** FNV-1a, 32 bits: spreads well over short texts, and needs no module of Node's. */
const digest = (text: string): string => {
  let hash = 0x811c9dc5
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0
  return hash.toString(16).padStart(8, '0')
}
