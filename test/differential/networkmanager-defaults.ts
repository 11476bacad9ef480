type Entries = readonly (readonly [place: string, value: string])[]

/** What libnm has where nothing is said (nm-settings-nmcli(5)): saying so says nothing. */
const defaults: Readonly<Record<string, string>> = {
  'connection.autoconnect': 'yes',
  'bridge.stp': 'yes',
  'bridge.forward-delay': '15',
  'bridge.hello-time': '2',
  'bridge.max-age': '20',
  'bridge.ageing-time': '300',
  'bridge.priority': '32768',
  'ethernet.wake-on-lan': '1',
  'vxlan.destination-port': '8472',
  'vxlan.learning': 'yes',
  'vxlan.ageing': '300',
  'wifi.mode': 'infrastructure',
  'wifi.hidden': 'no',
  'ipv6.ip6-privacy': '-1',
}

const names = new Set(['connection.id', 'connection.uuid'])

/** A port of a bridge or a bond has no IP configuration, whatever its profile says. */
const isPort = (entries: Entries): boolean => entries.some(([place, value]) => place === 'connection.slave-type' && value !== 'vrf')

/** Management frames: with WPA3 alone NetworkManager has them protected, with WPA2 where the access point does so. */
const isDefaultPmf = (entries: Entries, value: string): boolean => {
  const management = entries.find(([place]) => place === 'wifi-security.key-mgmt')?.[1]
  return (management === 'wpa-psk' && value === '2') || (management === 'sae' && value === '3')
}

/** The entries that mean something: no names of files, no defaults, no addresses on a port. */
export const profileDefaults = (entries: Entries): Entries =>
  entries.filter(
    ([place, value]) =>
      !names.has(place) &&
      defaults[place] !== value &&
      !(place === 'wifi-security.pmf' && isDefaultPmf(entries, value)) &&
      !(isPort(entries) && /^ipv[46]\./.test(place)),
  )
