import * as kinds from './kinds.ts'
import type { Kind, Parameter } from './recipe.ts'

/** What a recipe asks for; `own` values are examples, the others fit most machines as they are. */
const parameter = (
  name: string,
  kind: Kind,
  about: string,
  value: string,
  more: Partial<Pick<Parameter, 'list' | 'optional' | 'secret' | 'own'>> = {},
): Parameter => ({ name, kind, about, default: value, list: false, optional: false, secret: false, own: false, ...more })

const own = { own: true }
const several = { list: true }
const macOf = (what: string): Parameter =>
  parameter('mac', kinds.mac, `the MAC address of ${what}: \`ip -br link\` shows it`, '52:54:00:aa:00:01', own)

/** The parameters that several recipes have, under the names of the options. */
export const nic = parameter('nic', kinds.device, 'the NIC: `ip -br link` lists them', 'eno1', own)
export const mac = macOf('the NIC')
export const bridge = parameter('bridge', kinds.device, 'the name of the bridge', 'br0')
export const vms = parameter('vms', kinds.vm, 'the names of the virtual machines; each gets a TAP, tap-NAME', 'web,db', {
  ...several,
  ...own,
})
export const user = parameter('user', kinds.user, 'who runs QEMU, by name or number; NetworkManager wants the number', '1000', own)
export const address = parameter('address', kinds.address4, 'the host’s address with its prefix length', '192.0.2.10/24', own)
export const addresses = parameter(
  'address',
  kinds.address,
  'the host’s addresses with their prefix lengths',
  '192.0.2.10/24,2001:db8:2::10/64',
  {
    ...several,
    ...own,
  },
)
export const gateway = parameter('gateway', kinds.ip4, 'the router’s address', '192.0.2.1', own)
export const gatewayOrNone: Parameter = { ...gateway, about: 'the router’s address, or none', optional: true }
export const gateways = parameter('gateway', kinds.anyIp, 'the routers’ addresses, one a family, or none', '192.0.2.1,2001:db8:2::1', {
  ...several,
  ...own,
  optional: true,
})
export const dns = parameter('dns', kinds.anyIp, 'the name servers’ addresses, or none', '192.0.2.53', {
  ...several,
  ...own,
  optional: true,
})
export const guestNetwork = (about: string, value: string): Parameter => parameter('network', kinds.address4, about, value)

export const wifi = parameter('wifi', kinds.device, 'the radio: `iw dev` lists them', 'wlan0', own)
export const radioMac = macOf('the radio')
export const ssid = parameter('ssid', kinds.ssid, 'the name of the Wi-Fi network', 'homenet', own)
export const password = parameter(
  'password',
  kinds.password,
  'its passphrase; other users can read a command line, so better put it into the file by hand',
  'correct horse battery',
  {
    ...own,
    secret: true,
  },
)

export const newName: Parameter = { ...nic, about: 'the name that the NIC gets', default: 'reth0', own: false }
export const oldName: Parameter = { ...bridge, about: 'the name that the NIC had, which the bridge gets', default: 'eth0', own: true }
export const nics = parameter('nics', kinds.device, 'the NICs of the bond: `ip -br link` lists them', 'eno1,eno2', { ...several, ...own })
export const vlans = parameter('vlans', kinds.vlanOnBond, 'the numbers of the guests’ VLANs', '20,30', { ...several, ...own })
export const hostBridge = parameter('host-vlan', kinds.vlanOnBond, 'the number of the host’s own VLAN', '10', own)
export const hostVlan = parameter('host-vlan', kinds.vlan, 'the VLAN of the host’s own address', '10', own)
export const trunk = parameter('trunk', kinds.vlanWords, 'the VLANs that come by the NIC, with tags', '10,20-29', { ...several, ...own })
export const vmsInVlans = parameter('vms', kinds.vmInVlan, 'the virtual machines, each with its VLAN', 'web=20,db=21', {
  ...several,
  ...own,
})
export const vmsWithAddresses = parameter(
  'vms',
  kinds.vmWithAddress,
  'the virtual machines, each with its address',
  'web=192.0.2.66,db=192.0.2.67',
  {
    ...several,
    ...own,
  },
)

export const privateBridge = parameter('private', kinds.device, 'the name of the bridge of guests and host alone', 'br-private')
export const lan = parameter('lan', kinds.device, 'the NIC of this site’s LAN', 'eno2', own)
export const lanAddress = parameter('lan-address', kinds.address4, 'the host’s address in the LAN', '10.10.0.1/24', own)
export const tunnelAddress = parameter('address', kinds.address4, 'the host’s address in the tunnel', '10.255.0.1/30', own)
export const port = parameter('port', kinds.number(1, 65_535), 'the UDP port at which WireGuard listens', '51820')
export const key = parameter(
  'key',
  kinds.privateKey,
  'the file of the private key, or the key itself, which NetworkManager needs',
  '/etc/wireguard/wg0.key',
  {
    secret: true,
  },
)
export const peerKey = parameter(
  'peer-key',
  kinds.publicKey,
  'the public key of the other end',
  'M9nt4YujIOmNrRmpIRTmYSfMdrpvE7u6WkG8FY8WjG4=',
  own,
)
export const endpoint = parameter(
  'endpoint',
  kinds.endpoint,
  'the other end’s name or address, with its port',
  'vpn.example.com:51820',
  own,
)
export const peerAddress = parameter('peer-address', kinds.host4, 'the other end’s address in the tunnel', '10.255.0.2', own)
export const peerNetworks = parameter('peer-networks', kinds.address4, 'the networks at the other end', '10.20.0.0/24', {
  ...several,
  ...own,
})
export const guestNic = parameter('guest-nic', kinds.device, 'the NIC of the guests’ network', 'eno2', own)
export const guestMac = macOf('the guests’ NIC')
export const guestAddress = parameter('guest-address', kinds.address4, 'the host’s address in the guests’ network', '198.51.100.10/24', own)
export const guestGateway = parameter('guest-gateway', kinds.ip4, 'the router of the guests’ network', '198.51.100.1', own)
export const table = parameter('table', kinds.number(1, 4_294_967_295), 'the number of the VRF’s routing table', '1001')
