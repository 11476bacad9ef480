import type { Wireguard } from '../../../model/network.ts'
import { noMac } from '../../../side/mac-policy.ts'
import { namelessReason } from '../../../side/side.ts'
import type { UnitDocument } from '../../../side/unit.ts'
import { type WgCommands, wireguardFields } from '../../../side/wireguard-file.ts'
import { implied, lost } from '../../handlers.ts'
import type { Fields } from '../../target.ts'
import { Inexpressible, text } from '../../text.ts'
import type { Docs } from '../documents.ts'
import type { SuseAt } from '../handlers.ts'
import { unitWg } from '../wireguard-unit.ts'
import { common } from './common.ts'

const unitOf = ({ unit }: Docs): UnitDocument => {
  if (unit === undefined) throw new Inexpressible(namelessReason.why, namelessReason.remedy)
  return unit
}

const nameOf = ({ link }: SuseAt): string => link.interface?.value ?? link.id

const commands: WgCommands<undefined, Docs> = {
  file: docs => docs.wireguard,
  setconf: (path, leaf, docs, at) => unitWg(unitOf(docs), ['setconf', nameOf(at), path], leaf),
  set: (words, leaf, docs, at) => unitWg(unitOf(docs), ['set', nameOf(at), ...words], leaf),
  find: (words, leaf, docs, at) => docs.script.add(text('shell', `wg set ${nameOf(at)} ${words.join(' ')}`), leaf),
}

export const wireguard = {
  ...common,
  mac: lost(noMac),
  linkLocal: implied('the kernel makes none on WireGuard'),
  acceptRa: implied('none gets through WireGuard'),
  ...wireguardFields<undefined, Docs>(commands),
} satisfies Fields<Wireguard, Docs, SuseAt>
