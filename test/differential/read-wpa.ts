import type { Fact } from './semantic.ts'
import { plain } from './values.ts'

/** A string of wpa_supplicant.conf(5): quoted, with escapes as P"", or the hex digits of its bytes. */
const text = (raw: string): string => {
  const [, printf, quoted] = /^(P?)"(.*)"$/.exec(raw) ?? []
  if (printf === 'P' && quoted !== undefined) return quoted.replaceAll(/\\(["\\])/g, '$1')
  return quoted ?? (/^([0-9a-f]{2})+$/.test(raw) ? Buffer.from(raw, 'hex').toString() : raw)
}

/** What wpa_supplicant does where nothing is said. */
const defaults: Readonly<Record<string, string>> = { scan_ssid: '0' }

const lists = /^(key_mgmt|freq_list|pairwise|group|eap|wowlan_triggers)$/
const strings = /^(ssid|psk|sae_password|password|identity|anonymous_identity|ca_cert|client_cert|private_key|private_key_passwd)$/

const valuesOf = (key: string, raw: string): readonly string[] => {
  if (lists.test(key)) return raw.split(/\s+/)
  return [strings.test(key) ? text(raw) : plain(raw)]
}

/** What a configuration of wpa_supplicant says: its global lines, and those of each network. */
export function wpaFacts(device: string, content: string): readonly Fact[] {
  const facts: Fact[] = []
  const add = (place: string, key: string, raw: string): void => {
    for (const value of valuesOf(key, raw)) facts.push({ device, place: `${place}.${key}`, value })
  }
  for (const [, block = ''] of content.matchAll(/^network=\{\n(.*?)^\}/gms)) {
    const entries = [...block.matchAll(/^\s*(\w+)=(.*)$/gm)].map(([, key = '', raw = '']) => [key, raw] as const)
    const ssid = text(new Map(entries).get('ssid') ?? 'wired')
    for (const [key, raw] of entries) if (defaults[key] !== raw) add(`wpa/${ssid}`, key, raw)
  }
  for (const [, key = '', raw = ''] of content.replaceAll(/^network=\{\n.*?^\}/gms, '').matchAll(/^(\w+)=(.*)$/gm)) add('wpa/', key, raw)
  return facts
}
