import type { Leaf } from '../../model/leaf.ts'
import type { Receipt } from '../ledger.ts'
import type { Docs, InterfacesAt, InterfacesContext, InterfacesHandler } from './documents.ts'
import { shellWord } from './format.ts'
import type { CommandSlot } from './keys.ts'

/** When a setting of the kernel can be made: before the link is up, if the device is there by then. */
export const settingSlot = ({ link, context }: InterfacesAt): CommandSlot => (context.root.dialect.late.has(link.kind) ? 'after' : 'before')

/** A setting of the kernel for an interface. The slash form is safe for names with dots; -e lets a kernel without IPv6 pass. */
export const sysctlLine = (family: 'ipv4' | 'ipv6', key: string, value: number, device = '$IFACE'): string =>
  `sysctl ${family === 'ipv6' ? '-qew' : '-qw'} net/${family}/conf/${device}/${key}=${value}`

/** sysctl(8) is a package of its own on some systems. */
export function requireSysctl({ answer, root }: InterfacesContext): void {
  if (root.dialect.sysctlPackage !== undefined) answer.require(root.dialect.sysctlPackage, 'sysctl in the command lines')
}

/** Writes a setting of the kernel for a leaf. */
export function setSysctl(
  leaf: Leaf<unknown>,
  { stanzas }: Docs,
  at: InterfacesAt,
  [family, key, value]: readonly ['ipv4' | 'ipv6', string, number],
  why?: string,
): Receipt {
  requireSysctl(at.context)
  return stanzas.first.run(settingSlot(at), sysctlLine(family, key, value), leaf, why)
}

/** A switch of the kernel. */
export const sysctl =
  (family: 'ipv4' | 'ipv6', key: string): InterfacesHandler<boolean> =>
  (leaf, docs, at) =>
    setSysctl(leaf, docs, at, [family, key, leaf.value ? 1 : 0])

/** The ifalias by ip(8). */
export const aliasCommand: InterfacesHandler<string> = (leaf, { stanzas }) =>
  stanzas.first.run('alias', `ip link set dev $IFACE alias ${shellWord(leaf.value)}`, leaf)
