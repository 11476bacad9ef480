import { isOvs, type Link } from '../../model/network.ts'
import { fileName } from '../../side/names.ts'
import type { SuseContext } from './documents.ts'

const isPhysical = (link: Link): boolean => link.kind === 'ethernet' || link.kind === 'wifi'

/** What a person runs next. A renamed NIC gets its name only when it appears. */
export function steps(context: SuseContext): void {
  const { answer, network } = context
  if (network.links.some(link => 'setName' in link && link.setName !== undefined)) {
    answer.step('reboot', 'the initramfs has its own copy of the .link files and renames with it', 'dracut', '--force')
    answer.step('reboot', 'udev renames a NIC when it appears, and the other files call it by its new name', 'systemctl', 'reboot')
    return
  }
  rules(context)
  units(context)
  answer.step('reload', 'wicked reads the new files and sets up what has changed', 'wicked', 'ifreload', 'all')
  for (const link of network.links) settings(link, context)
  for (const { before } of network.links.filter(isOvs).map(link => context.docs(link.id)))
    if (!before.empty) answer.step('reload', 'wicked runs it only for what it brings up anew', before.path)
}

function rules(context: SuseContext): void {
  const { answer, network } = context
  const withRules = network.links.filter(link => context.docs(link.id).side.hasRules)
  if (withRules.length > 0) answer.step('reload', 'udev reads the new rules before the devices appear', 'udevadm', 'control', '--reload')
  for (const link of withRules.filter(isPhysical))
    if (link.interface !== undefined) {
      const path = `/sys/class/net/${link.interface.value}`
      answer.step('reload', 'runs the rules for a device that is there already', 'udevadm', 'trigger', '--settle', '--action=add', path)
    }
}

function units(context: SuseContext): void {
  const { answer, network } = context
  const withUnits = network.links.filter(link => context.docs(link.id).unit !== undefined)
  if (withUnits.length === 0) return
  const made = withUnits.filter(link => link.kind !== 'wireguard').map(unitOf)
  const keyed = withUnits.filter(link => link.kind === 'wireguard').map(unitOf)
  answer.step('reload', 'systemd reads the new units', 'systemctl', 'daemon-reload')
  if (made.length > 0)
    answer.step('reload', 'makes the devices that wicked can’t make; at boot wicked.service does', 'systemctl', 'start', ...made)
  if (keyed.length > 0)
    answer.step(
      'reload',
      'makes the devices anew, with the new keys and peers; at boot wicked.service does',
      'systemctl',
      'restart',
      ...keyed,
    )
}

const unitOf = ({ id }: Link): string => `netglot-${fileName(id)}.service`

/** wicked sets some of the kernel's settings itself; the rest belongs to a device that appears. */
function settings(link: Link, context: SuseContext): void {
  const path = context.docs(link.id).side.sysctlPath
  if (path === undefined || !isPhysical(link)) return
  const why = `${link.interface?.value} is there already; udev sets what belongs to a device when the device appears`
  context.answer.step('reload', why, 'sysctl', '-p', path)
}
