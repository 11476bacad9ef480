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

/** Has wpa_supplicant started with a configuration. */
export type StartSupplicant = (docs: Docs, driver: 'wired' | 'nl80211', path: string) => void

/** What is said to access points and switches by wpa_supplicant, however the dialect starts it. */
export const supplicant = (start: StartSupplicant) => {
  const configuration = radioConfiguration(start)
  return {
    accessPoint: (docs: Docs, point: Wifi['accessPoints'][number], at: InterfacesAt) => wpaNetwork(configuration(docs, at), point),
    /** What the radio says outside of its networks. */
    radio: radioFields<Root, Docs>(configuration),
    /** What the switch asks the machine, by wpa_supplicant's wired driver. */
    wired: nested<WiredAuthentication, Root, Docs, EapBlock>((docs, _auth, { link, context }) => {
      const block = wiredBlock(link as Ethernet, context)
      start(docs, 'wired', wiredPath(link.interface?.value ?? ''))
      return block
    }, wiredFields<Root, Docs>()),
  }
}

/** The radio's configuration file. */
const radioConfiguration =
  (start: StartSupplicant) =>
  (docs: Docs, { link, context }: InterfacesAt) => {
    const path = `/etc/wpa_supplicant/wpa_supplicant-${link.interface?.value}.conf`
    const before = context.documents.find(d => d.path === path) as ReturnType<typeof wpaConfiguration>
    const configuration = before ?? wpaConfiguration(link as Wifi, context)
    if (configuration === undefined) throw new Inexpressible(namelessReason.why, namelessReason.remedy)
    if (before === undefined) start(docs, 'nl80211', path)
    return configuration
  }

/** wpasupplicant's hook starts wpa_supplicant with the file that the stanza names. */
const byHook: StartSupplicant = ({ stanzas }, driver, path) => {
  if (driver === 'wired') stanzas.first.put('wpa-driver', word.print('wired'), 'there is no radio')
  stanzas.first.put('wpa-conf', word.print(path), `starts wpa_supplicant for the ${driver === 'wired' ? 'NIC' : 'radio'}`)
}

export const { accessPoint, radio, wired } = supplicant(byHook)

/** 4-address mode, before the bridge takes the radio and before wpa_supplicant runs: its hook comes after the stanza's own commands. */
export const fourAddress: InterfacesHandler<boolean> = (leaf, { stanzas }, { context }) => {
  context.answer.require('iw', 'switches the radio to 4-address mode')
  return stanzas.first.run('radio', `iw dev $IFACE set 4addr ${leaf.value ? 'on' : 'off'}`, leaf)
}
