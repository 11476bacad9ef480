import type { Network } from './network.ts'

/**
 * What is found out once of a network and asked of every link: looking through all links for each of them takes the square of their number. The network
 * keeps it: in a WeakMap it would outlive each small garbage collection, and the whole network with it.
 */
export const perNetwork =
  <T>(find: (network: Network) => T): ((network: Network) => T) =>
  network =>
    network.once(find)
