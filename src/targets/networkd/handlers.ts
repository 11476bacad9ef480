import type { Codec } from '../codec.ts'
import type { At, Handler } from '../target.ts'
import type { Docs } from './documents.ts'
import type { netdevKeys, networkKeys } from './keys.ts'

type NetworkKeys = typeof networkKeys
type NetdevKeys = typeof netdevKeys
export type NetworkdAt = At<undefined, Docs>
export type NetworkdHandler<T> = Handler<T, Docs, NetworkdAt>

/** A line of the .network file. */
export const network =
  <T, S extends keyof NetworkKeys & string>(section: S, key: NetworkKeys[S][number], codec: Codec<T, 'ini'>): NetworkdHandler<T> =>
  (leaf, docs) =>
    docs.network.section(section).set(key, codec.print(leaf.value), leaf)

/** A line of the .network file whose key may come several times. */
export const networkList =
  <T, S extends keyof NetworkKeys & string>(section: S, key: NetworkKeys[S][number], codec: Codec<T, 'ini'>): NetworkdHandler<T> =>
  (leaf, docs) =>
    docs.network.section(section).add(key, codec.print(leaf.value), leaf)

/** A line of the .netdev file. */
export const netdev =
  <T, S extends keyof NetdevKeys & string>(section: S, key: NetdevKeys[S][number], codec: Codec<T, 'ini'>): NetworkdHandler<T> =>
  (leaf, docs) =>
    docs.netdev.section(section).set(key, codec.print(leaf.value), leaf)

/** A setting of the kernel that this version can't write: a line of the sysctl.d file. */
export const sysctl =
  (family: 'ipv4' | 'ipv6', key: string): NetworkdHandler<boolean> =>
  (leaf, docs) =>
    docs.side.sysctl(family, key, leaf.value ? 1 : 0, leaf)
