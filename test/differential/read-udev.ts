import { sectionsOf } from './ini-sections.ts'
import type { Fact } from './semantic.ts'
import { plain, words, yesNo } from './values.ts'

/** What a .link file says: which device it is for, and what udev does to it. */
export function linkFacts(device: string, content: string): readonly Fact[] {
  return sectionsOf(content).flatMap(({ name, entries }) =>
    entries.flatMap(([key, raw]) =>
      (key === 'Driver' || key === 'OriginalName' ? words(raw) : [raw]).map(value => ({
        device,
        place: `link/${name}.${key}`,
        value: spelled(key, value),
      })),
    ),
  )
}

/** `off` is a word of its own for wake-on-LAN, and no boolean. */
const spelled = (key: string, value: string): string => plain(key === 'WakeOnLan' ? value : yesNo(value))

/** What ethtool and NetworkManager call what a .link file has a key for. */
export const offloads: Readonly<Record<string, string>> = {
  rx: 'ReceiveChecksumOffload',
  tx: 'TransmitChecksumOffload',
  'tx-tcp-segmentation': 'TCPSegmentationOffload',
  'tx-tcp6-segmentation': 'TCP6SegmentationOffload',
  gso: 'GenericSegmentationOffload',
  gro: 'GenericReceiveOffload',
  lro: 'LargeReceiveOffload',
}

/** What a rule does that a .link file can do as well, under the name that it has there. */
const actions: readonly (readonly [place: string, pattern: RegExp, value: (match: string) => string])[] = [
  ...Object.entries(offloads).map(([word, key]) => [`link/Link.${key}`, new RegExp(`ethtool -K \\$name ${word} (on|off)`), yesNo] as const),
  ['link/Link.WakeOnLan', /ethtool -s \$name wol (\w)/, flag => (flag === 'g' ? 'magic' : 'off')],
  ['link/Link.MACAddress', /ip link set dev \$name address ((?:[0-9a-f]{2}:){5}[0-9a-f]{2})/, mac => mac],
  [
    'link/Link.MACAddressPolicy',
    /PROGRAM="\/usr\/bin\/od .* \/dev\/(u)random", RUN\+=".*ip link set dev \$name address 02:%c/,
    () => 'random',
  ],
  ['network/IPoIB.Mode', /ATTR\{mode\}="(\w+)"/, mode => mode],
  ['udev/NAME', /,\s*NAME="([^"]+)"/, name => name],
  ['udev/NM_UNMANAGED', /ENV\{NM_UNMANAGED\}="(\d)"/, flag => flag],
]

/** What a file of udev rules does; a line that does something else is a fact by itself. */
export function rulesFacts(device: string, content: string): readonly Fact[] {
  return content
    .split('\n')
    .filter(line => line !== '' && !line.startsWith('#'))
    .flatMap(line => {
      const known = actions.flatMap(([place, pattern, value]) => {
        const [, found] = pattern.exec(line) ?? []
        return found === undefined ? [] : [{ device, place, value: value(found) }]
      })
      return known.length > 0 ? known : [{ device, place: 'udev', value: line }]
    })
}
