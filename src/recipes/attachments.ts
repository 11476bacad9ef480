import type { Source } from '../description/source.ts'
import { Report } from '../diagnostics/report.ts'
import type { Network, Tap } from '../model/network.ts'
import { understand } from '../understand.ts'

/** How a virtual machine gets a TAP that is there already. */
export interface Attachment {
  readonly tap: string
  /** Options of QEMU. */
  readonly qemu: string
  /** An element of libvirt’s domain XML. */
  readonly libvirt: string
}

/** What starts a virtual machine on each TAP of a description; none when something is wrong with it. */
export function attachments(source: Source): readonly Attachment[] {
  const network = understand(source, new Report()).ready?.network
  return network?.links.flatMap(link => (link.kind === 'tap' ? [attachmentOf(link, network)] : [])) ?? []
}

/** As many queues as the machine has processors do; more than one only where the TAP has them, and then never one alone. */
const queues = 4

const attachmentOf = (tap: Tap, network: Network): Attachment => {
  const name = tap.id
  const mac = guestMac(`${hostMac(name, network)}/${name}`)
  const many = tap.multiQueue.value
  // Two vectors a queue, and two more (QEMU’s documentation of multi-queue).
  const device = `virtio-net-pci,netdev=${name},mac=${mac}${many ? `,mq=on,vectors=${2 * queues + 2}` : ''}`
  return {
    tap: name,
    qemu: `-netdev tap,id=${name},ifname=${name},script=no,downscript=no${many ? `,queues=${queues}` : ''} -device ${device}`,
    libvirt: [
      "<interface type='ethernet'>",
      `  <target dev='${name}' managed='no'/>`,
      `  <mac address='${mac}'/>`,
      "  <model type='virtio'/>",
      ...(many ? [`  <driver queues='${queues}'/>`] : []),
      '</interface>',
    ].join('\n'),
  }
}

/** The MAC of the bridge that the TAP is in: it tells two hosts apart that have machines of one name. */
const hostMac = (tap: string, { links }: Network): string =>
  links.flatMap(link => (link.kind === 'bridge' && link.ports.some(port => port.link.value === tap) ? [link.mac?.value ?? ''] : []))[0] ??
  ''

/** QEMU gives every machine the same MAC unless it is told one. This one stays as long as the names do (FNV-1a, 24 bits of it). */
const guestMac = (text: string): string => {
  let hash = 0x811c9dc5
  for (const character of text) hash = Math.imul(hash ^ character.charCodeAt(0), 0x01000193) >>> 0
  return `52:54:00:${[16, 8, 0].map(shift => ((hash >>> shift) & 0xff).toString(16).padStart(2, '0')).join(':')}`
}
