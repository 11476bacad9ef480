import { isInfiniband, isLoopback, type Link } from '../../model/network.ts'
import { fileName } from '../../side/names.ts'
import { Side } from '../../side/side.ts'
import type { Context } from '../context.ts'
import { IniDocument, type Section } from '../documents/ini.ts'
import { deviceKeys, machineKeys } from './keys.ts'
import { openProfile } from './open-profile.ts'
import { type OvsDocs, openOvs } from './ovs-documents.ts'
import { Profiles } from './profiles.ts'
import type { LateSetting } from './settings.ts'

/** What belongs to no link. */
export interface Root {
  /** The names of all profiles: two devices must not get one file. */
  readonly names: Set<string>
  readonly machine: Section<(typeof machineKeys)['main'][number], 'keyfile'>
}

/** The files of one link. */
export interface Docs {
  readonly profiles: Profiles
  /** What the daemon's configuration says about the device. */
  readonly device: Section<(typeof deviceKeys)[number], 'keyfile'>
  /** What is passed through. */
  readonly late: LateSetting[]
  readonly side: Side<Root, Docs>
  /** What more there is of a device that Open vSwitch makes. */
  readonly ovs: OvsDocs
}

export type NmContext = Context<Root, Docs>

const confPath = (name: string): string => `/etc/NetworkManager/conf.d/90-netglot${name}.conf`

export const openRoot = (context: NmContext): Root => ({
  names: new Set(),
  machine: context.add(new IniDocument<typeof machineKeys, 'keyfile'>({ path: confPath('') }, machineKeys, context.ledger)).section('main'),
})

export function openDocs(link: Link, context: NmContext): Docs {
  const file = fileName(link.id)
  const names = link.kind === 'wifi' ? link.accessPoints.map(point => `${file}-${safe(point.ssid.value)}`) : [file]
  const side: Docs['side'] = new Side(link, context)
  return {
    profiles: new Profiles(
      names.map(name => openProfile(name, typeOf(link, context), link, context)),
      context.ledger,
    ),
    device: openDevice(file, context),
    late: [],
    side,
    ovs: openOvs(link, side, context),
  }
}

/** Sections of one name are one section, whatever file they stand in: each device needs a name of its own. */
const openDevice = (file: string, context: NmContext): Docs['device'] => {
  const name = `device-netglot-${file}`
  return context
    .add(
      new IniDocument<Record<string, typeof deviceKeys>, 'keyfile'>({ path: confPath(`-${file}`) }, { [name]: deviceKeys }, context.ledger),
    )
    .section(name)
}

const types = {
  ethernet: 'ethernet',
  wifi: 'wifi',
  bond: 'bond',
  bridge: 'bridge',
  dummy: 'dummy',
  veth: 'veth',
  vlan: 'vlan',
  'loose-vlan': 'vlan',
  macvlan: 'macvlan',
  macvtap: 'macvlan',
  ipvlan: 'ipvlan',
  tunnel: 'ip-tunnel',
  vxlan: 'vxlan',
  vrf: 'vrf',
  tap: 'tun',
  tun: 'tun',
  wireguard: 'wireguard',
  'ovs-bridge': 'ovs-interface',
  'ovs-bond': 'ovs-port',
  'ovs-vlan': 'ovs-interface',
} as const

/** What NetworkManager calls the kind of the device; undefined where the description itself says it. */
const typeOf = (link: Link, context: NmContext): string | undefined => {
  if (link.kind === 'modem') return link.technology
  if (isInfiniband(link)) return 'infiniband'
  if (isLoopback(link) && context.since('1.42')) return 'loopback'
  return link.kind === 'nm-device' ? undefined : types[link.kind]
}

const safe = (ssid: string): string => ssid.replaceAll(/[^A-Za-z0-9._-]/g, '_')
