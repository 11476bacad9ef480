import type { Shipped } from './distribution.ts'

export const keyfile: Shipped = {
  path: '/etc/NetworkManager/system-connections/IFACE.nmconnection',
  why: 'the installer’s profile of IFACE: of two profiles NetworkManager takes the one that was active last',
  of: ['networkmanager', 'auto'],
}

export const ifcfg: Shipped = {
  path: '/etc/sysconfig/network-scripts/ifcfg-IFACE',
  why: 'NetworkManager reads it as one more profile of IFACE',
  of: ['networkmanager', 'auto'],
}

export const pendingOfProxmox: Shipped = {
  path: '/etc/network/interfaces.new',
  why: 'changes from the web interface that nobody has applied: pvenetcommit.service puts it in the place of /etc/network/interfaces at the next boot',
  of: ['ifupdown2'],
}

export const hosterYaml: Shipped = {
  path: '/etc/netplan/01-netcfg.yaml',
  why: 'older installers and hosters write it; netplan merges it: its addresses and DHCP stay on the ports',
  of: ['netplan'],
}

const netplanBeside = 'netplan would write a second configuration of the same devices'

/** What installers and hosters leave in /etc/netplan, where another target is rendered for the release. */
export const yamlBeside: readonly Shipped[] = ['00-installer-config.yaml', '01-netcfg.yaml', '01-network-manager-all.yaml'].map(name => ({
  path: `/etc/netplan/${name}`,
  why: netplanBeside,
  of: ['networkd', 'networkmanager', 'auto'],
}))

export const desktopYaml: Shipped = {
  path: '/etc/netplan/01-network-manager-all.yaml',
  why: 'Ubuntu Desktop’s: NetworkManager gets all that has no `renderer`; keep it on a desktop, and write a `renderer` for all in the description',
  of: ['netplan'],
  onlyFor: ({ globals, links }) => globals.renderer === undefined && links.some(link => link.renderer === undefined),
}

export const wickedRoutes: Shipped = {
  path: '/etc/sysconfig/network/routes',
  why: 'YaST and cloud-init write the default route there, and wicked reads it beside the routes of each device',
  of: ['suse'],
}

export const imagerWifi: Shipped = {
  path: '/etc/NetworkManager/system-connections/preconfigured.nmconnection',
  why: 'Raspberry Pi Imager’s profile of the radio: of two profiles NetworkManager takes the one that was active last',
  of: ['networkmanager', 'auto'],
}
