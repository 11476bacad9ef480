import { type Link, type Network, rendererOf } from '../../model/network.ts'

/** Whether netplan writes for NetworkManager where the link is concerned, and not for networkd. */
export const usesNetworkManager = (link: Link, network: Network): boolean => rendererOf(link, network) === 'NetworkManager'

/**
 * netplan's networkd back end refuses `match` on a Wi-Fi. Its definition then goes by the kernel's name of the radio, and a .link file of our
 * own gives it that name.
 */
export const namedBySide = (link: Link, network: Network): boolean =>
  link.kind === 'wifi' && link.match !== undefined && !usesNetworkManager(link, network)
