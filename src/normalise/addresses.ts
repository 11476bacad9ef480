import type { Common } from '../description/schema/index.ts'
import { type Cidr, readCidr } from '../model/address.ts'
import { Leaf } from '../model/leaf.ts'
import type { Address } from '../model/network.ts'
import { Place } from './place.ts'

type Item = NonNullable<Common['addresses']>[number]
type Options = Exclude<Item, Cidr>[string]

/** The static addresses, with or without options. */
export const addresses = (d: Place<Common>): readonly Address[] =>
  (d.value.addresses ?? []).flatMap((item, i) => (isCidr(item) ? [plain(item, d, i)] : withOptions(new Place(item, d.at('addresses', i)))))

const isCidr = (item: Item): item is Cidr => typeof item.text === 'string'

const plain = (address: Cidr, d: Place<Common>, index: number): Address => ({
  address: new Leaf(address, [d.at('addresses', index)]),
  label: undefined,
  lifetime: undefined,
})

const withOptions = (d: Place<Readonly<Record<string, Options>>>): readonly Address[] =>
  Object.entries(d.value).flatMap(([text, options]) => {
    const address = readCidr(text)
    const at = new Place(options, d.at(text))
    return address === undefined ? [] : [{ address: new Leaf(address, [at.path]), label: at.leaf('label'), lifetime: at.leaf('lifetime') }]
  })
