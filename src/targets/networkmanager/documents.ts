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
export class Docs {
  readonly profiles: Profiles
  /** What is passed through. */
  readonly late: LateSetting[] = []
  readonly side: Side<Root, Docs>
  /** What more there is of a device that Open vSwitch makes. */
  readonly ovs: OvsDocs
  private readonly link: Link
  private readonly context: NmContext
  private ownDevice: Section<(typeof deviceKeys)[number], 'keyfile'> | undefined

  constructor(profiles: Profiles, link: Link, context: NmContext) {
    this.profiles = profiles
    this.link = link
    this.context = context
    this.side = new Side(link, context)
    this.ovs = openOvs(link, this.side, context)
  }

  /** What the daemon's configuration says about the device: nothing of most. */
  get device(): Section<(typeof deviceKeys)[number], 'keyfile'> {
    this.ownDevice ??= openDevice(this.link, this.context)
    return this.ownDevice
  }
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
  const profiles = names.map(name => openProfile(name, typeOf(link, context), link, context))
  return new Docs(new Profiles(profiles, context.ledger), link, context)
}

/** Sections of one name are one section, whatever file they stand in: each device needs a name of its own. */
const openDevice = (link: Link, context: NmContext): Docs['device'] => {
  const file = fileName(link.id)
  const name = `device-netglot-${file}`
  const keys = { [name]: deviceKeys }
  const document = new IniDocument<Record<string, typeof deviceKeys>, 'keyfile'>({ path: confPath(`-${file}`) }, keys, context.ledger)
  return context.add(document, link).section(name)
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
