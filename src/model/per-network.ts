import type { Network } from './network.ts'

/** What is found out once of a network and asked of every link: looking through all links for each of them takes the square of their number. */
export function perNetwork<T>(find: (network: Network) => T): (network: Network) => T {
  const found = new WeakMap<Network, { readonly value: T }>()
  return network => {
    const known = found.get(network) ?? { value: find(network) }
    found.set(network, known)
    return known.value
  }
}
