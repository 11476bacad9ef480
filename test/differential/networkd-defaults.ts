import type { Settings } from './read-network.ts'

/** What networkd does where nothing is said (systemd.network(5)). */
const always: Readonly<Record<string, string>> = {
  'Link.ActivationPolicy': 'up',
  'Network.DHCP': 'no',
  'Network.LinkLocalAddressing': 'ipv6',
  'Network.IPv6PrivacyExtensions': 'no',
  'Network.IPv6LinkLocalAddressGenerationMode': 'eui64',
  'Network.KeepConfiguration': 'no',
  'Network.EmitLLDP': 'no',
  'Network.ConfigureWithoutCarrier': 'no',
}

const lease4: Readonly<Record<string, string>> = {
  ClientIdentifier: 'duid',
  UseDNS: 'yes',
  UseNTP: 'yes',
  UseHostname: 'yes',
  UseMTU: 'no',
  UseRoutes: 'yes',
  UseDomains: 'no',
  SendHostname: 'yes',
  RouteMetric: '1024',
}

const lease6: Readonly<Record<string, string>> = { UseDNS: 'yes', UseNTP: 'yes', UseHostname: 'yes', UseDomains: 'no', SendHostname: 'yes' }

const advertised: Readonly<Record<string, string>> = {
  Token: 'eui64',
  UseDNS: 'yes',
  UseDomains: 'no',
  UseMTU: 'yes',
  UseGateway: 'yes',
  UseRoutePrefix: 'yes',
  RouteMetric: '1024',
}

const first = (settings: Settings, key: string): string | undefined => settings.get(key)?.at(-1)

/** The section with its defaults where it has an effect, and nothing of it elsewhere. */
const complete = (settings: Settings, section: string, defaults: Readonly<Record<string, string>>, active: boolean): void => {
  for (const key of settings.keys()) if (!active && key.startsWith(`${section}.`)) settings.delete(key)
  for (const [key, value] of Object.entries(defaults)) {
    const place = `${section}.${key}`
    if (active && !settings.has(place)) settings.set(place, [value])
  }
}

/** networkd's default for router advertisements: where there is an IPv6 link-local address, and the link is no port. */
const acceptsRa = (settings: Settings): string => {
  const port = settings.has('Network.Bridge') || settings.has('Network.Bond')
  return !port && /^(yes|ipv6)$/.test(first(settings, 'Network.LinkLocalAddressing') ?? '') ? 'yes' : 'no'
}

/** networkd waits for no link that it does not bring up, unless it is told to. */
const isBroughtUp = (settings: Settings): boolean => !/^(manual|down|always-down)$/.test(first(settings, 'Link.ActivationPolicy') ?? '')

/** The settings as networkd has them once it has read the file. A later line replaces an earlier one unless the key is a list. */
export function expandSettings(given: Settings): Settings {
  const settings: Settings = new Map(given)
  for (const [key, value] of Object.entries(always)) if (!settings.has(key)) settings.set(key, [value])
  if (!settings.has('Link.RequiredForOnline')) settings.set('Link.RequiredForOnline', [isBroughtUp(settings) ? 'yes' : 'no'])
  if (!settings.has('Network.IPv6AcceptRA')) settings.set('Network.IPv6AcceptRA', [acceptsRa(settings)])
  const [dhcp, ra] = [first(settings, 'Network.DHCP') ?? '', first(settings, 'Network.IPv6AcceptRA') === 'yes']
  complete(settings, 'DHCPv4', lease4, /^(yes|ipv4)$/.test(dhcp))
  // A router may ask for DHCPv6 where the description does not.
  complete(settings, 'DHCPv6', lease6, ra || /^(yes|ipv6)$/.test(dhcp))
  complete(settings, 'IPv6AcceptRA', advertised, ra)
  // networkd leaves the MTU of the lease alone where the file has one.
  if (settings.has('Link.MTUBytes') && settings.has('DHCPv4.UseMTU')) settings.set('DHCPv4.UseMTU', ['no'])
  return settings
}
