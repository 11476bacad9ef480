import { networkOf, readCidr, readIp } from '../../src/model/address.ts'

/** A word for yes or no in one spelling. */
export const yesNo = (text: string): string => (/^(true|yes|on|y)$/i.test(text) ? 'yes' : /^(false|no|off|n)$/i.test(text) ? 'no' : text)

/** A key that is a boolean and nothing else: 1 and 0 as well. */
export const bool = (text: string): string => (text === '1' ? 'yes' : text === '0' ? 'no' : yesNo(text))

const units: Readonly<Record<string, number>> = {
  '': 1,
  s: 1,
  sec: 1,
  second: 1,
  seconds: 1,
  ms: 0.001,
  msec: 0.001,
  m: 60,
  min: 60,
  us: 1e-6,
  h: 3600,
}

/** A time of systemd.time(7) in seconds. */
export const seconds = (text: string): string => {
  const parts = [...text.matchAll(/(\d+(?:\.\d+)?)\s*([a-z]*)/g)]
  const sum = parts.reduce((total, [, number, unit = '']) => total + Number(number) * (units[unit] ?? Number.NaN), 0)
  return parts.length === 0 || Number.isNaN(sum) ? text : String(Math.round(sum * 1e6) / 1e6)
}

/** An IPv6 address as RFC 5952 spells it. */
const shortest = (ip: string): string => (ip.includes(':') ? new URL(`http://[${ip}]`).hostname.slice(1, -1) : ip)

/** An address, with or without its prefix length, in one spelling. */
export function address(text: string): string {
  const cidr = readCidr(text)
  if (cidr !== undefined) return `${shortest(cidr.ip)}/${cidr.prefix}`
  return readIp(text) === undefined ? text : shortest(text)
}

/** A destination: host bits are nought, and an address stands for itself alone. */
export function prefix(text: string): string {
  const cidr = readCidr(text) ?? readCidr(`${text}/${text.includes(':') ? 128 : 32}`)
  return cidr === undefined ? text : address(networkOf(cidr).text)
}

/** Addresses and MAC addresses in one spelling; all else as it is. */
export const plain = (text: string): string => (/^[0-9a-f]{2}(:[0-9a-f]{2}){5,19}$/i.test(text) ? text.toLowerCase() : address(text))

/** The words of a list. */
export const words = (text: string): readonly string[] => text.split(/\s+/).filter(word => word !== '')
