import { linkOf, type Network, type Vlan } from '../../model/network.ts'
import type { InterfacesHandler } from './documents.ts'

/** Whether ifupdown and ifupdown-ng make the VLAN of themselves, by its name alone: `eno1.10`. A command makes others. */
export const isNamedSo = (link: Vlan, network: Network): boolean =>
  link.interface?.value === `${linkOf(network, link.parent.value).interface?.value}.${link.tag.value}` && link.protocol.value === '802.1Q'

/** What the name says too. */
export const inName =
  <T>(otherwise: InterfacesHandler<T>): InterfacesHandler<T> =>
  (leaf, docs, at) =>
    isNamedSo(at.link as Vlan, at.context.network) ? docs.stanzas.first.head(leaf) : otherwise(leaf, docs, at)
