import { spec } from '../spec.ts'
import { hardware } from './hardware.ts'
import { macvlans } from './macvlans.ts'
import { networkManager } from './network-manager.ts'
import { openvswitch } from './openvswitch.ts'
import { pairs } from './pairs.ts'
import { tunnels } from './tunnels.ts'
import { vrfs } from './vrfs.ts'
import { vxlan } from './vxlan.ts'
import { wireguard } from './wireguard.ts'

/** NG3xxx: definitions that don't fit together. */
export const references = {
  ...hardware,
  ...networkManager,
  ...tunnels,
  ...vxlan,
  ...wireguard,
  ...openvswitch,
  ...macvlans,
  ...pairs,
  ...vrfs,
  'undefined-port': spec<{ port: string; controller: string; suggestion: string | undefined }>({
    code: 'NG3001',
    severity: 'error',
    message: p => `${p.controller} wants ${p.port} as a port, but nothing defines ${p.port}`,
    hint: p =>
      p.suggestion === undefined
        ? `define it, for a NIC with \`ethernets: {${p.port}: {}}\`, or take it out of \`interfaces\``
        : `did you mean ${p.suggestion}?`,
  }),
  'defined-twice': spec<{ id: string; first: string }>({
    code: 'NG3002',
    severity: 'error',
    message: p => `${p.id} is defined here and under \`${p.first}\``,
    hint: () => 'a name stands for one device: rename or remove one of the two',
  }),
  'not-a-port': spec<{ port: string; controller: string; key: string }>({
    code: 'NG3003',
    severity: 'error',
    message: p => `\`${p.key}\` names ${p.port}, which is no port of ${p.controller}`,
    hint: p => `add ${p.port} to \`interfaces\` of ${p.controller}, or take it out here`,
  }),
  'port-twice': spec<{ port: string; first: string; second: string }>({
    code: 'NG3004',
    severity: 'error',
    message: p => `${p.port} is a port of ${p.second}, and already one of ${p.first}`,
    hint: () => 'a device can be a port of one bridge or bond only: take it out of the other',
  }),
  'mac-twice': spec<object>({
    code: 'NG3005',
    severity: 'error',
    message: () => '`macaddress` and `macaddress-from` exclude each other',
    hint: () => 'keep `macaddress` when you know the address, else `macaddress-from`',
  }),
  'set-name-without-match': spec<object>({
    code: 'NG3006',
    severity: 'error',
    message: () => '`set-name` needs a `match` that says which device gets the name',
    hint: () => 'add `match: {macaddress: …}` with the address of the NIC',
  }),
  'mixed-families': spec<{ what: string }>({
    code: 'NG3007',
    severity: 'error',
    message: p => `${p.what} mixes IPv4 and IPv6`,
    hint: () => 'use addresses of one family; make two entries for two families',
  }),
  'route-needs-via': spec<object>({
    code: 'NG3008',
    severity: 'error',
    message: () => 'a route to somewhere else needs `via`, the gateway',
    hint: () => 'add `via`, or say `scope: link` when the destination is on this very link',
  }),
  'default-of-no-family': spec<object>({
    code: 'NG3431',
    severity: 'error',
    message: () => 'nothing tells whether `default` is all of IPv4 or all of IPv6: there is neither `via` nor `from`',
    hint: () => 'write `0.0.0.0/0` or `::/0`, or add `via`, the gateway',
  }),
  'rule-needs-selector': spec<object>({
    code: 'NG3009',
    severity: 'error',
    message: () => 'a routing policy needs `from` or `to`',
    hint: () => 'say which packets the rule is for',
  }),
  'same-interface': spec<{ name: string; first: string; radios: boolean }>({
    code: 'NG3010',
    severity: 'error',
    message: p => `${p.name} is also the name of \`${p.first}\``,
    hint: p =>
      p.radios
        ? `describe ${p.name} once, with all \`access-points\` below it: NetworkManager gets a profile of each`
        : 'give each device a name of its own; of one device, make one definition',
  }),
  'access-point-auth': spec<{ what: string }>({
    code: 'NG3011',
    severity: 'error',
    message: p => p.what,
    hint: () => 'for WPA2 and WPA3 write `password`; for WPA3 only `auth: {key-management: sae, password: …}`; for an open network neither',
  }),
  'overrides-differ': spec<{ key: string }>({
    code: 'NG3012',
    severity: 'error',
    message: p => `\`${p.key}\` differs between dhcp4-overrides and dhcp6-overrides, and both DHCPs are on`,
    hint: () => 'give both the same value, as netplan’s networkd wants it, or leave one of them out',
  }),
  'renderers-differ': spec<{ link: string; renderer: string; other: string; otherRenderer: string }>({
    code: 'NG3251',
    severity: 'error',
    message: p =>
      `${p.link} has the renderer ${p.renderer} and ${p.other} has ${p.otherRenderer}, but one is made on the other, and no stack has a part in another’s device`,
    hint: () => 'give all devices that stand on one another the same `renderer`',
  }),
  'own-port': spec<{ bridge: string }>({
    code: 'NG3013',
    severity: 'error',
    message: p => `${p.bridge} can't be a port: it is a bridge itself`,
    hint: () => 'the kernel takes no bridge into a bridge; join the two into one',
  }),
  'no-access-points': spec<{ id: string }>({
    code: 'NG3014',
    severity: 'error',
    message: p => `${p.id} is a Wi-Fi without \`access-points\``,
    hint: () => 'add `access-points: {NETWORK: {password: …}}`',
  }),
  'unknown-member': spec<{ member: string; id: string }>({
    code: 'NG3015',
    severity: 'error',
    message: p => `\`macaddress-from\` of ${p.id} names ${p.member}, which is not in its \`interfaces\``,
    hint: p => `name a member of ${p.id}`,
  }),
  'mac-by-ssid': spec<object>({
    code: 'NG3201',
    severity: 'error',
    message: () => '`macaddress: stable-ssid` makes the MAC of the name of a Wi-Fi network, and this device joins none',
    hint: () => 'write `stable`, `random` or `permanent`',
  }),
  'token-and-generation': spec<object>({
    code: 'NG3202',
    severity: 'error',
    message: () => '`ipv6-address-token` and `ipv6-address-generation` exclude each other',
    hint: () => 'keep the token if the addresses shall end in it, else say how they are made',
  }),
  'vlans-without-filtering': spec<object>({
    code: 'NG3221',
    severity: 'error',
    message: () => 'VLANs are told apart here, but the bridge does not filter them: every port would pass all of them',
    hint: () => 'add `vlan-filtering: true`, or take the VLANs out',
  }),
  'two-pvids': spec<object>({
    code: 'NG3222',
    severity: 'error',
    message: () => 'a second VLAN with `pvid`: packets without a tag can be in one VLAN only',
    hint: () => 'take `pvid` out of one of the two',
  }),
  'vlan-twice': spec<{ id: number }>({
    code: 'NG3223',
    severity: 'error',
    message: p => `VLAN ${p.id} is in this list twice`,
    hint: () => 'keep it once',
  }),
  'two-spellings': spec<{ key: string; other: string }>({
    code: 'NG3368',
    severity: 'error',
    message: p => `\`${p.other}\` is another spelling of \`${p.key}\`, which has another value`,
    hint: p => `keep \`${p.key}\` alone`,
  }),
  circle: spec<{ circle: string }>({
    code: 'NG3016',
    severity: 'error',
    message: p => `these devices are made on each other in a circle: ${p.circle}`,
    hint: () => 'take one of the references out: a device needs what it is made on first',
  }),
  'undefined-reference': spec<{ key: string; id: string; suggestion: string | undefined }>({
    code: 'NG3017',
    severity: 'error',
    message: p => `\`${p.key}\` names ${p.id}, but nothing defines ${p.id}`,
    hint: p => (p.suggestion === undefined ? `define it, for a NIC with \`ethernets: {${p.id}: {}}\`` : `did you mean ${p.suggestion}?`),
  }),
  'no-effect': spec<{ why: string }>({
    code: 'NG3101',
    severity: 'warning',
    message: p => `this has no effect: ${p.why}`,
    hint: () => 'take it out, or set what it depends on',
  }),
}
