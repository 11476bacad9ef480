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

/** An address as inet_pton(3) reads it, in groups of 16 bits: two of IPv4, eight of IPv6. Numbers of 128 bits take V8 ten times as long. */
type Groups = readonly number[]

const [dot, nought] = ['.'.charCodeAt(0), '0'.charCodeAt(0)]

const octets = (text: string): Groups | undefined => {
  if (!quad.test(text)) return undefined
  let [above, octet] = [0, 0]
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i)
    if (c !== dot) octet = octet * 10 + c - nought
    else [above, octet] = [above * 256 + octet, 0]
  }
  return [above >> 8, (above & 0xff) * 256 + octet]
}

/** The value of one to four hex digits; undefined of other text. */
const group = (text: string, from: number, to: number): number | undefined => {
  if (to === from || to - from > 4) return undefined
  let value = 0
  for (let i = from; i < to; i++) {
    const digit = hexDigit(text.charCodeAt(i))
    if (digit < 0) return undefined
    value = value * 16 + digit
  }
  return value
}

const hexDigit = (c: number): number => {
  const letter = c | 0x20
  if (c >= 0x30 && c <= 0x39) return c - 0x30
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1
}

/** The groups of one side of `::`, at the end of the address a dotted quad as two groups; undefined if one is no group. */
const side = (text: string, isEnd: boolean): Groups | undefined => {
  const out: number[] = []
  for (let from = 0; text !== ''; ) {
    const colon = text.indexOf(':', from)
    const value = group(text, from, colon < 0 ? text.length : colon)
    const read = value === undefined && isEnd && colon < 0 ? octets(text.slice(from)) : value
    if (read === undefined) return undefined
    if (typeof read === 'number') out.push(read)
    else out.push(...read)
    if (colon < 0) break
    from = colon + 1
  }
  return out
}

const ipv6 = (text: string): Groups | undefined => {
  const gap = text.indexOf('::')
  const left = side(gap < 0 ? text : text.slice(0, gap), gap < 0)
  if (gap < 0) return left?.length === 8 ? left : undefined
  const right = side(text.slice(gap + 2), true)
  if (left === undefined || right === undefined || left.length + right.length > 7) return undefined
  const groups = left.slice()
  while (groups.length < 8 - right.length) groups.push(0)
  for (const value of right) groups.push(value)
  return groups
}

const groupsOf = (text: string): Groups | undefined => (text.includes(':') ? ipv6(text) : octets(text))

/** A text that is the same for the same address, however it is written. */
export const addressKey = (text: string): string => (text.includes(':') ? (ipv6(text)?.join(':') ?? text) : text)

/** Whether it is no address of anything: `0.0.0.0` or `::`. */
export const isUnspecified = ({ text }: Ip): boolean => groupsOf(text)?.every(value => value === 0) === true

/** An IPv4 or IPv6 address without prefix length; undefined if the text is none. */
export const readIp = (text: string): Ip | undefined => {
  if (text.includes(':')) return ipv6(text) === undefined ? undefined : { family: 6, text }
  return quad.test(text) ? { family: 4, text } : undefined
}

/** Whether the address stands for a group of machines. */
export const isMulticast = ({ family, text }: Ip): boolean => {
  const [first = 0] = groupsOf(text) ?? []
  return family === 4 ? first >> 12 === 0xe : first >> 8 === 0xff
}

/** An address with its prefix length; undefined if the text is none. */
export const readCidr = (text: string): Cidr | undefined => {
  const slash = text.indexOf('/')
  const read = slash < 0 ? undefined : readIp(text.slice(0, slash))
  const length = text.slice(slash + 1)
  if (read === undefined || !/^(0|[1-9]\d{0,2})$/.test(length)) return undefined
  const prefix = Number(length)
  return prefix > bits(read.family) ? undefined : { family: read.family, text, ip: read.text, prefix }
}

/** How many bits an address of the family has. */
export const bits = (family: Family): number => (family === 4 ? 32 : 128)

/** The whole family as a destination: `0.0.0.0/0` or `::/0`. */
export const anywhere = (family: Family): Cidr =>
  family === 4 ? { family, text: '0.0.0.0/0', ip: '0.0.0.0', prefix: 0 } : { family, text: '::/0', ip: '::', prefix: 0 }

/** Whether the network of `cidr` holds the address. */
export const holds = (cidr: Cidr, ip: string): boolean => {
  if (cidr.ip.includes(':') !== ip.includes(':')) return false
  const [network, address] = [groupsOf(cidr.ip), groupsOf(ip)]
  if (network === undefined || address === undefined) return false
  for (let i = 0; 16 * i < cidr.prefix; i++) if (masked((network[i] ?? 0) ^ (address[i] ?? 0), cidr.prefix, i) !== 0) return false
  return true
}

/** What every interface has an address in without being told. */
export const linkLocal6: Cidr = { family: 6, text: 'fe80::/10', ip: 'fe80::', prefix: 10 }

/** What the prefix leaves of the group. */
const masked = (value: number, prefix: number, index: number): number => {
  const host = Math.min(16, Math.max(0, 16 * (index + 1) - prefix))
  return (value >> host) << host
}

/** The network that a prefix lies in: host bits are nought, as the kernel wants the destination of a route. */
export const networkOf = (cidr: Cidr): Cidr => {
  const address = groupsOf(cidr.ip) ?? []
  const network = address.map((value, i) => masked(value, cidr.prefix, i))
  if (network.every((value, i) => value === address[i])) return cidr
  const ip = cidr.family === 4 ? dotted(network) : colons(network)
  return { ...cidr, ip, text: `${ip}/${cidr.prefix}` }
}

/** The last 64 bits of an IPv6 address, as `::1234`; undefined when they are nought. */
export const interfaceIdentifier = (address: Ip): Ip | undefined => {
  const last = groupsOf(address.text)?.slice(-4) ?? []
  return last.every(value => value === 0) ? undefined : { family: 6, text: colons([0, 0, 0, 0, ...last]) }
}

const dotted = (address: Groups): string => address.flatMap(value => [value >> 8, value & 0xff]).join('.')

/** As RFC 5952 writes it: the longest run of noughts, and of two the first, is `::`. */
const colons = (address: Groups): string => {
  const text = address.map(value => value.toString(16)).join(':')
  const runs = [...text.matchAll(/(?<![^:])0(?::0)+(?![^:])/g)].sort((a, b) => b[0].length - a[0].length)
  const [run] = runs
  if (run === undefined) return text
  return `${text.slice(0, run.index).replace(/:$/, '')}::${text.slice(run.index + run[0].length).replace(/^:/, '')}`
}
