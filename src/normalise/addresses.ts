import { anAddress, readAddress } from '../description/scalars.ts'
import type { Common } from '../description/schema/index.ts'
import type { Report } from '../diagnostics/report.ts'
import type { Cidr } from '../model/address.ts'
import { Leaf } from '../model/leaf.ts'
import type { Address } from '../model/network.ts'
import { Place } from './place.ts'

type Item = NonNullable<Common['addresses']>[number]
type Options = Exclude<Item, Cidr>[string]

/** The static addresses, with or without options. */
export const addresses = (d: Place<Common>, report: Report): readonly Address[] => {
  const found: Address[] = []
  d.value.addresses?.forEach((item, i) => {
    if (isCidr(item)) found.push(plain(item, d, i))
    else found.push(...withOptions(new Place(item, d.at('addresses', i)), report))
  })
  return found
}

const isCidr = (item: Item): item is Cidr => typeof item.text === 'string'

const plain = (address: Cidr, d: Place<Common>, index: number): Address => ({
  address: new Leaf(address, [d.at('addresses', index)]),
  label: undefined,
  lifetime: undefined,
})

/** The address is a key here, so its text has not been read yet. */
const withOptions = (d: Place<Readonly<Record<string, Options>>>, report: Report): readonly Address[] =>
  Object.entries(d.value).flatMap(([text, options]) => {
    const address = readAddress(text)
    const at = new Place(options, d.at(text))
    if (address !== undefined) return [{ address: new Leaf(address, [at.path]), label: at.leaf('label'), lifetime: at.leaf('lifetime') }]
    report.add('bad-value', { value: `"${text}"`, expected: anAddress }, { place: { path: at.path, key: true } })
    return []
  })
