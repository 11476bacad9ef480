import { hasPorts, isVirtual, type Link, settingOf } from '../../model/network.ts'
import type { NmContext } from './documents.ts'
import { nameOf } from './profiles.ts'

/** What a person runs next. A renamed NIC gets its name only when it appears. */
export function steps(context: NmContext): void {
  const { answer, network } = context
  if (network.links.some(link => 'setName' in link && link.setName !== undefined)) {
    answer.step('reboot', 'the initramfs has its own copy of the .link files and renames with it', 'update-initramfs', '-u')
    answer.step('reboot', 'udev renames a NIC when it appears, and the other files call it by its new name', 'systemctl', 'reboot')
    return
  }
  reloadRules(context)
  ovsUnits(context)
  if (context.documents.some(document => document.path.includes('/conf.d/') && !document.empty))
    answer.step('reload', 'reads the new settings of the daemon', 'nmcli', 'general', 'reload', 'conf')
  answer.step('reload', 'reads the new profiles', 'nmcli', 'connection', 'reload')
  for (const link of network.links) bringUp(link, context)
  for (const link of network.links) settingsNow(link, context)
}

const reloadRules = (context: NmContext): void => {
  const { answer, network } = context
  const withRules = network.links.filter(link => context.docs(link.id).side.hasRules)
  if (withRules.length > 0) answer.step('reload', 'udev reads the new rules before the devices appear', 'udevadm', 'control', '--reload')
  for (const { kind, interface: name } of withRules.filter(link => !isVirtual(link))) {
    const why = kind === 'wifi' ? 'sets 4addr on the radio before the bridge takes it' : 'runs the rules for a device that is there already'
    if (name !== undefined) answer.step('reload', why, 'udevadm', 'trigger', '--settle', '--action=add', `/sys/class/net/${name.value}`)
  }
}

/** What is to run beside NetworkManager. */
const ovsUnits = ({ answer, documents }: NmContext): void => {
  const units = documents.filter(
    ({ path, empty }) => !empty && /^\/etc\/systemd\/system\/.*(-ovs|openvswitch.*)\.(service|conf)$/.test(path),
  )
  if (units.length === 0) return
  answer.step('reload', 'systemd reads the new units', 'systemctl', 'daemon-reload')
  answer.step('reload', 'makes the devices; at boot it starts with NetworkManager', 'systemctl', 'start', 'ovs-vswitchd.service')
  if (units.some(({ path }) => path.endsWith('/netglot-openvswitch-global.service')))
    answer.step('reload', 'tells Open vSwitch what holds for all of it', 'systemctl', 'restart', 'netglot-openvswitch-global.service')
}

/** A device that has another profile keeps it until it is told; ports come with their bridge. */
const bringUp = (link: Link, context: NmContext): void => {
  const { bridge } = context.docs(link.id).ovs
  if (bridge !== undefined) {
    context.answer.step('reload', 'makes the bridge as it is described now', 'nmcli', 'connection', 'up', nameOf(bridge.path))
    return
  }
  if (link.controller !== undefined || link.activation !== undefined) return
  const why = hasPorts(link) && link.ports.length > 0 ? 'takes the new profile, and its ports with it' : 'takes the new profile'
  const [profile, ...more] = context.docs(link.id).profiles.all
  const name = link.interface?.value
  if (more.length === 0 && profile !== undefined)
    context.answer.step('reload', why, 'nmcli', 'connection', 'up', profileName(link, profile.path))
  else if (name !== undefined)
    context.answer.step('reload', 'takes the new profile whose access point is in reach', 'nmcli', 'device', 'connect', name)
}

/** NetworkManager's id of a profile, as its file is called unless the description has another. */
const profileName = (link: Link, path: string): string => {
  const point = link.kind === 'wifi' ? link.accessPoints[0]?.networkManager : undefined
  const id = settingOf(point, 'connection.id') ?? settingOf(link.networkManager, 'connection.id')
  return id?.value.value ?? point?.name?.value ?? link.networkManager?.name?.value ?? nameOf(path)
}

/** The device is there already, and udev sets what belongs to a device when the device appears. */
const settingsNow = (link: Link, context: NmContext): void => {
  const path = context.docs(link.id).side.sysctlPath
  if (path === undefined || isVirtual(link)) return
  const why = `${link.interface?.value} is there already; udev sets what belongs to a device when the device appears`
  context.answer.step('reload', why, 'sysctl', '-p', path)
}
