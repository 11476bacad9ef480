import { readTunnelKey } from '../../src/description/scalars.ts'
import { interfaceIdentifier, readIp } from '../../src/model/address.ts'
import type { Section } from './ini-sections.ts'
import { address, bool, plain, prefix, seconds, yesNo } from './values.ts'

/** Keys whose value is a list; each item is a fact of its own. */
const lists: Readonly<Record<string, RegExp>> = {
  Domains: /\s+/,
  DNS: /\s+/,
  Name: /\s+/,
  Driver: /\s+/,
  MACAddress: /\s+/,
  PermanentMACAddress: /\s+/,
  ARPIPTargets: /[\s,]+/,
  AllowedIPs: /\s*,\s*/,
}

/** Keys whose 1 and 0 are yes and no. */
const booleans = /^(AllSlavesActive|PrimarySlave|EmitLLDP|UseMTU|UseDNS|STP)$/

/** Names that are read as they stand. */
const verbatim = /^(Hostname|Label|PrivateKey|PublicKey|PresharedKey|Name)$/

/** Of an address networkd takes the last 64 bits. */
const token = (raw: string): string => {
  const address = readIp(raw.replace(/^static:/, ''))
  return address === undefined ? raw : `static:${interfaceIdentifier(address)?.text}`
}

const single = (key: string, raw: string): string => {
  if (verbatim.test(key)) return raw
  if (key.endsWith('Sec')) return seconds(raw)
  if (booleans.test(key)) return bool(raw)
  if (/^(Destination|From|To)$/.test(key)) return prefix(raw)
  if (/^(Token|IPv6Token)$/.test(key)) return token(raw)
  if (/^(In|Out)putKey$/.test(key)) return String(readTunnelKey(raw))
  return key === 'Address' ? address(raw) : plain(yesNo(raw))
}

/** A line's values, each in one spelling. */
export const valuesOf = (key: string, raw: string): readonly string[] => {
  const separator = lists[key]
  return separator === undefined
    ? [single(key, raw)]
    : raw
        .split(separator)
        .filter(Boolean)
        .map(item => single(key, item))
}

/** A section that may come several times, as one value. */
export const whole = (section: Section, dropped: (key: string, value: string) => boolean): string =>
  section.entries
    .flatMap(([key, raw]) => [[key, [...valuesOf(key, raw)].sort().join(',')] as const])
    .filter(([key, value]) => !dropped(key, value))
    .map(([key, value]) => `${key}=${value}`)
    .sort()
    .join(' ')
