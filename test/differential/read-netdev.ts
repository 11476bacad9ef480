import { sectionsOf } from './ini-sections.ts'
import { settingsOf } from './read-network.ts'
import type { Fact } from './semantic.ts'
import { whole } from './systemd-values.ts'

/** What a .netdev file says. */
export function netdevFacts(device: string, content: string): readonly Fact[] {
  const sections = sectionsOf(content)
  const peers = sections
    .filter(s => s.name === 'WireGuardPeer')
    .map(s => ({ device, place: 'netdev/WireGuardPeer', value: whole(s, () => false) }))
  const settings = [...settingsOf(sections)].flatMap(([place, values]) =>
    values.map(value => ({ device, place: `netdev/${names[place] ?? place}`, value })),
  )
  return [...settings, ...peers]
}

/** Names that a key had before (systemd 243). */
const names: Readonly<Record<string, string>> = { 'WireGuard.FwMark': 'WireGuard.FirewallMark' }
