import type { Codec } from '../codec.ts'
import { when } from '../handlers.ts'
import type { At, Handler } from '../target.ts'
import { type Text, text } from '../text.ts'
import type { Docs, Root } from './documents.ts'
import { word } from './format.ts'
import { type DefinitionKey, managerKeys } from './keys.ts'
import type { Mapping } from './mapping.ts'
import { usesNetworkManager } from './renderer.ts'

export type NetplanAt = At<Root, Docs>
export type NetplanHandler<T> = Handler<T, Docs, NetplanAt>

/** A line of the definition. */
export const key =
  <T>(name: DefinitionKey, codec: Codec<T, 'yaml'>): NetplanHandler<T> =>
  (leaf, { definition }) =>
    definition.set(name, codec.print(leaf.value), leaf)

/** NetworkManager's own settings, for what netplan has no key for or asks something else for. */
export const settings = ({ definition }: Docs): Mapping<string> => definition.below('networkmanager', managerKeys).below('passthrough', [])

/** netplan hands every value on as text, so numbers and booleans need no quotes. */
export const settingText = (value: string): Text<'yaml'> => (/^(\d+|true|false)$/.test(value) ? text('yaml', value) : word.print(value))

/** A setting of NetworkManager: `tun.owner`. */
export const passthrough =
  <T>(name: string, print: (value: T) => string): NetplanHandler<T> =>
  (leaf, docs, { context }) =>
    docs.passed.has(name)
      ? context.ledger.imply(leaf, '`passthrough` says something else')
      : settings(docs).set(name, settingText(print(leaf.value)), leaf)

/** A setting of NetworkManager that no leaf asks for; what the description itself passes through goes before it. */
export const putSetting = (docs: Docs, name: string, value: string | number, why: string): void => {
  if (!docs.passed.has(name)) settings(docs).put(name, settingText(String(value)), why)
}

/** One way to treat a field for each of netplan's back ends. */
export const byRenderer = <T>(networkd: NetplanHandler<T>, manager: NetplanHandler<T>): NetplanHandler<T> =>
  when((_leaf, { link, context }) => usesNetworkManager(link, context.network), manager, networkd)
