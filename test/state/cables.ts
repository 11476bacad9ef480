import { type Link, linkOf, type Network } from '../../src/model/network.ts'
import type { Described } from './described.ts'

/** The numbers of the cables (lab-far.sh) that frames without a tag reach from a link: 1 is the first card's. */
export const cablesOf = (link: Link, { network, nics }: Described): readonly number[] => {
  const ids = Object.keys(nics)
  return cardsBelow(link, network)
    .map(id => ids.indexOf(id) + 1)
    .filter(number => number > 0)
}

const cardsBelow = (link: Link, network: Network): readonly string[] => {
  if (link.kind === 'ethernet' || link.kind === 'wifi') return [link.id]
  if (link.kind !== 'bond' && (link.kind !== 'bridge' || link.vlanFiltering?.value === true)) return []
  return link.ports.flatMap(port => cardsBelow(linkOf(network, port.link.value), network))
}

/** Whether frames pass as soon as the devices are up; STP makes them wait for its delays. */
export const passesAtOnce = (link: Link): boolean => link.kind !== 'bridge' || !link.stp.value
