import type { LinkBase, Wireguard } from '../../model/network.ts'
import { noMac } from '../../side/mac-policy.ts'
import { type WgCommands, wireguardFields } from '../../side/wireguard-file.ts'
import { implied, lost } from '../handlers.ts'
import type { Fields } from '../target.ts'
import type { Docs, InterfacesAt, InterfacesContext, Root } from './documents.ts'
import { shellWord } from './format.ts'
import { madeCommands } from './made.ts'

const set = (words: readonly string[]): string => `wg set $IFACE ${words.map(shellWord).join(' ')}`

const commands: WgCommands<Root, Docs> = {
  file: docs => docs.wireguard,
  setconf: (path, leaf, { stanzas }) => stanzas.first.run('configure', `wg setconf $IFACE ${shellWord(path)}`, leaf),
  set: (words, leaf, { stanzas }) => stanzas.first.run('configure', set(words), leaf),
  find: (words, leaf, { stanzas }) => stanzas.last.run('rule', `${set(words)} || true`, leaf),
}

type Common<N> = Fields<N, Docs, InterfacesAt>

/** The table of a WireGuard device, from the dialect's table of what every link has. */
export const wireguardTable = <C extends Common<LinkBase>>(common: C): Common<Wireguard> => ({
  ...common,
  mac: lost(noMac),
  linkLocal: implied('the kernel makes none on WireGuard'),
  acceptRa: implied('none gets through WireGuard'),
  ...wireguardFields<Root, Docs>(commands),
})

/** The commands that make the device, before those that configure it, and delete it again. */
export const wireguardCommands = (link: Wireguard, docs: Docs, context: InterfacesContext): void =>
  madeCommands(link, docs, 'ip link add', 'type wireguard', context)
