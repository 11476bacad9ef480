export type Family = 4 | 6

export interface Ip {
  readonly family: Family
  readonly text: string
}

/** An address with its prefix length, host bits kept: `192.0.2.10/24`. */
export interface Cidr extends Ip {
  readonly ip: string
  readonly prefix: number
}

const quad = /^(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.(?!$)|$)){4}$/

const octets = (text: string): bigint | undefined =>
  quad.test(text) ? BigInt(text.split('.').reduce((sum, p) => sum * 256 + Number(p), 0)) : undefined

/** The groups of one side of `::`, a trailing dotted quad as two groups; undefined if one is no group. */
const groups = (text: string): bigint[] | undefined => {
  if (text === '') return []
  const out: bigint[] = []
  const parts = text.split(':')
  for (const [i, part] of parts.entries()) {
    const dotted = i === parts.length - 1 && part.includes('.') ? octets(part) : undefined
    if (dotted !== undefined) out.push(dotted >> 16n, dotted & 0xffffn)
    else if (/^[0-9a-fA-F]{1,4}$/.test(part)) out.push(BigInt(`0x${part}`))
    else return undefined
  }
  return out
}

const ipv6 = (text: string): bigint | undefined => {
  const sides = text.split('::')
  if (sides.length > 2) return undefined
  const [left, right] = sides.map(groups)
  if (left === undefined || (sides.length === 2 && right === undefined)) return undefined
  const tail = right ?? []
  const gap = 8 - left.length - tail.length
  if (sides.length === 2 ? gap < 1 : gap !== 0) return undefined
  return [...left, ...Array<bigint>(gap).fill(0n), ...tail].reduce((sum, g) => (sum << 16n) | g, 0n)
}

/** The address as a number, as inet_pton(3) reads it; undefined if it is none. */
export const addressNumber = (text: string): bigint | undefined => (text.includes(':') ? ipv6(text) : octets(text))

/** An IPv4 or IPv6 address without prefix length; undefined if the text is none. */
export const readIp = (text: string): Ip | undefined => {
  if (text.includes(':')) return ipv6(text) === undefined ? undefined : { family: 6, text }
  return quad.test(text) ? { family: 4, text } : undefined
}

/** Whether the address stands for a group of machines. */
export const isMulticast = ({ family, text }: Ip): boolean => {
  const number = addressNumber(text) ?? 0n
  return family === 4 ? number >> 28n === 0xen : number >> 120n === 0xffn
}

/** An address with its prefix length; undefined if the text is none. */
export const readCidr = (text: string): Cidr | undefined => {
  const [ip = '', length = '', more] = text.split('/')
  const read = readIp(ip)
  if (read === undefined || more !== undefined || !/^(0|[1-9]\d{0,2})$/.test(length)) return undefined
  const prefix = Number(length)
  return prefix > bits(read.family) ? undefined : { family: read.family, text, ip, prefix }
}

/** How many bits an address of the family has. */
export const bits = (family: Family): number => (family === 4 ? 32 : 128)

/** The whole family as a destination: `0.0.0.0/0` or `::/0`. */
export const anywhere = (family: Family): Cidr =>
  family === 4 ? { family, text: '0.0.0.0/0', ip: '0.0.0.0', prefix: 0 } : { family, text: '::/0', ip: '::', prefix: 0 }

/** Whether the network of `cidr` holds the address. */
export const holds = (cidr: Cidr, ip: string): boolean => {
  const [network, address] = [addressNumber(cidr.ip), addressNumber(ip)]
  if (network === undefined || address === undefined || cidr.ip.includes(':') !== ip.includes(':')) return false
  const host = BigInt(bits(cidr.family) - cidr.prefix)
  return network >> host === address >> host
}

/** The network that a prefix lies in: host bits are nought, as the kernel wants the destination of a route. */
export const networkOf = (cidr: Cidr): Cidr => {
  const host = BigInt(bits(cidr.family) - cidr.prefix)
  const number = addressNumber(cidr.ip) ?? 0n
  const network = (number >> host) << host
  if (network === number) return cidr
  const ip = cidr.family === 4 ? dotted(network) : colons(network)
  return { ...cidr, ip, text: `${ip}/${cidr.prefix}` }
}

/** The last 64 bits of an IPv6 address, as `::1234`; undefined when they are nought. */
export const interfaceIdentifier = (address: Ip): Ip | undefined => {
  const number = (addressNumber(address.text) ?? 0n) & 0xffff_ffff_ffff_ffffn
  return number === 0n ? undefined : { family: 6, text: colons(number) }
}

const dotted = (address: bigint): string => [24n, 16n, 8n, 0n].map(shift => (address >> shift) & 0xffn).join('.')

/** As RFC 5952 writes it: the longest run of noughts, and of two the first, is `::`. */
const colons = (address: bigint): string => {
  const parts = Array.from({ length: 8 }, (_, i) => ((address >> BigInt(112 - 16 * i)) & 0xffffn).toString(16))
  const text = parts.join(':')
  const runs = [...text.matchAll(/(?<![^:])0(?::0)+(?![^:])/g)].sort((a, b) => b[0].length - a[0].length)
  const [run] = runs
  if (run === undefined) return text
  return `${text.slice(0, run.index).replace(/:$/, '')}::${text.slice(run.index + run[0].length).replace(/^:/, '')}`
}
