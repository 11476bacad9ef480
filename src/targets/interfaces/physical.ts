import type { Ethernet, Link, Match, PhysicalLink, Wifi, WiredAuthentication } from '../../model/network.ts'
import { namelessReason } from '../../side/side.ts'
import type { EapBlock } from '../../side/wpa-eap.ts'
import { radioFields, wiredBlock, wiredFields, wiredPath, wpaConfiguration, wpaNetwork } from '../../side/wpa-supplicant.ts'
import { nested } from '../handlers.ts'
import { approximate, type Fields } from '../target.ts'
import { Inexpressible } from '../text.ts'
import type { Docs, InterfacesAt, InterfacesHandler, Root } from './documents.ts'
import { word } from './format.ts'

/** With `set-name`, what the device is matched by stands in the .link file; without it a stanza goes by the kernel's name alone. */
const inLinkFile: InterfacesHandler<unknown> = (leaf, _docs, at) => {
  if (isRenamed(at.link)) return at.context.ledger.placed(leaf)
  return at.context.ledger.lose(leaf, at.link.interface === undefined ? namelessReason : byNameAlone)
}

const byNameAlone = approximate(
  'a stanza goes by the name alone, whatever MAC or driver the device of that name has',
  'add `set-name`, or take it out of `match`',
)

const isRenamed = (link: Link): boolean => (link as PhysicalLink).setName !== undefined

export const matchFields: Fields<Match, Docs, InterfacesAt> = {
  all: inLinkFile,
  // Without `set-name`, a plain name is the interface itself, and its origin is that of the stanza.
  name: (leaf, docs, at) => (leaf === at.link.interface ? at.context.ledger.placed(leaf) : inLinkFile(leaf, docs, at)),
  mac: inLinkFile,
  drivers: inLinkFile,
}

/** The radio's configuration file, which the stanza names: wpasupplicant's hook starts wpa_supplicant with it. */
const radioConfiguration = (docs: Docs, { link, context }: InterfacesAt) => {
  const path = `/etc/wpa_supplicant/wpa_supplicant-${link.interface?.value}.conf`
  const before = context.documents.find(d => d.path === path) as ReturnType<typeof wpaConfiguration>
  const configuration = before ?? wpaConfiguration(link as Wifi, context)
  if (configuration === undefined) throw new Inexpressible(namelessReason.why, namelessReason.remedy)
  if (before === undefined) docs.stanzas.first.put('wpa-conf', word.print(path), 'starts wpa_supplicant for the radio')
  return configuration
}

export const accessPoint = (docs: Docs, point: Wifi['accessPoints'][number], at: InterfacesAt) =>
  wpaNetwork(radioConfiguration(docs, at), point)

/** What the radio says outside of its networks. */
export const radio = radioFields<Root, Docs>(radioConfiguration)

/** What the switch asks the machine, by wpa_supplicant's wired driver; wpasupplicant's hook starts it. */
export const wired = nested<WiredAuthentication, Root, Docs, EapBlock>((docs, _auth, { link, context }) => {
  const block = wiredBlock(link as Ethernet, context)
  docs.stanzas.first.put('wpa-driver', word.print('wired'), 'there is no radio')
  docs.stanzas.first.put('wpa-conf', word.print(wiredPath(link.interface?.value ?? '')), 'starts wpa_supplicant for the NIC')
  return block
}, wiredFields<Root, Docs>())

/** 4-address mode, before the bridge takes the radio and before wpa_supplicant runs: its hook comes after the stanza's own commands. */
export const fourAddress: InterfacesHandler<boolean> = (leaf, { stanzas }, { context }) => {
  context.answer.require('iw', 'switches the radio to 4-address mode')
  return stanzas.first.run('radio', `iw dev $IFACE set 4addr ${leaf.value ? 'on' : 'off'}`, leaf)
}
