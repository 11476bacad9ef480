import { controlCharacter } from '../description/guard.ts'
import { account, cidr, expectations, ip, ipv4, mac as macScalar, uint, vlanRange, words } from '../description/scalars.ts'
import { endpoint as endpointScalar, keyOrFile, publicKey as publicKeyScalar } from '../description/schema/wireguard.ts'
import { readCidr } from '../model/address.ts'
import { refusedName } from '../model/refused-name.ts'
import type { Kind, View } from './recipe.ts'
import { yamlScalar } from './yaml-scalar.ts'

/** A schema of the description: what it takes is what a recipe takes. */
interface Scalar {
  safeParse(text: unknown): { readonly success: boolean }
}

const none = (): readonly string[] => []

/** A value as the description has it. */
const like = (scalar: Scalar, show: (text: string) => View = yamlScalar): Kind => ({
  expected: expectations.get(scalar) ?? 'a value',
  read: text => (text !== '' && isText(text) && scalar.safeParse(text).success ? show(text) : undefined),
  devices: none,
})

/** Without what a description can't have either. */
const isText = (text: string): boolean => controlCharacter(text) === undefined

const asIs = (text: string): string => text

export const device: Kind = {
  expected: 'the name of a device: at most 15 letters, digits, dots, - and _, and no number alone',
  read: text => (text !== '' && refusedName(text) === undefined ? yamlScalar(text) : undefined),
  devices: text => [text],
}

/** A virtual machine’s name, of which its TAP gets its own, tap-NAME. */
const machineName = /^[a-z0-9][\w.-]{0,10}$/i
const machine = (name: string): { readonly [key: string]: string } => ({ name, tap: `tap-${name}` })
const tapOf = (text: string): readonly string[] => [`tap-${text.split('=')[0]}`]
export const vm: Kind = {
  expected: 'the name of a virtual machine: at most 11 letters, digits, dots, - and _, since its TAP is called tap-NAME',
  read: text => (machineName.test(text) ? machine(text) : undefined),
  devices: tapOf,
}

/** NAME=VALUE, for a machine that needs one thing more. */
const vmWith = (what: string, read: (value: string) => { readonly [key: string]: string } | undefined): Kind => ({
  expected: `NAME=${what}, the name of a virtual machine of at most 11 letters, digits, dots, - and _`,
  read: text => {
    const [name = '', value = '', ...more] = text.split('=')
    const known = read(value)
    return machineName.test(name) && known !== undefined && more.length === 0 ? { ...machine(name), ...known } : undefined
  },
  devices: tapOf,
})

const host = (address: string): string => `${address}/32`
const vlanId = uint(1, 4094)
export const vmInVlan = vmWith('VLAN', vlan => (vlanId.safeParse(vlan).success ? { vlan } : undefined))
export const vmWithAddress = vmWith('ADDRESS', address => (ipv4.safeParse(address).success ? { host: host(address) } : undefined))

/** A VLAN of bond0, with the device and the bridge that it gets. */
const vlanDevices = (id: string): readonly [string, string] => [`bond0.${id}`, `br${id}`]
export const vlanOnBond: Kind = {
  ...like(vlanId, id => ({ id, device: vlanDevices(id)[0], bridge: vlanDevices(id)[1] })),
  devices: vlanDevices,
}

export const mac: Kind = {
  ...like(macScalar),
  expected: 'a MAC address of six octets, such as 52:54:00:12:34:56',
  read: text => (text.length === 17 && macScalar.safeParse(text).success ? `"${text}"` : undefined),
}
export const address = like(cidr)
export const address4: Kind = {
  ...address,
  expected: 'an IPv4 address with its prefix length, such as 192.0.2.10/24',
  read: text => (readCidr(text)?.family === 4 ? address.read(text) : undefined),
}
export const anyIp = like(ip)
export const ip4 = like(ipv4)
/** An address as the network of one host. */
export const host4 = like(ipv4, host)
export const user = like(account)
export const vlan = like(vlanId, asIs)
export const vlanWords = like(vlanRange, text => (/^\d+(?:-\d+)?$/.test(text) ? `"${text}"` : text))
export const number = (least: number, most: number): Kind => like(uint(least, most), asIs)
export const ssid = like(words('the name of a Wi-Fi network', 32))
export const password: Kind = {
  expected: 'a passphrase of 8 to 63 printable ASCII characters',
  read: text => (/^[ -~]{8,63}$/.test(text) ? yamlScalar(text) : undefined),
  devices: none,
}
export const endpoint = like(endpointScalar)
export const publicKey = like(publicKeyScalar)
/** A private key, or the file that holds it. */
export const privateKey = like(keyOrFile)
