/** What TypeScript must refuse. Nothing here runs: `tsc -p tsconfig.node.json` checks it. */
import type { Report } from '../../src/diagnostics/report.ts'
import type { Leaf } from '../../src/model/leaf.ts'
import type { Address, BridgePort, LinkBase } from '../../src/model/network.ts'
import { IniDocument, type Section } from '../../src/targets/documents/ini.ts'
import { nested } from '../../src/targets/handlers.ts'
import type { Ledger, Receipt } from '../../src/targets/ledger.ts'
import type { At, Fields, Handler, Nested } from '../../src/targets/target.ts'
import { type Text, text } from '../../src/targets/text.ts'

type Docs = Section<'Address' | 'Label', 'ini'>
type Here = At<undefined, Docs>
type Table = Fields<Address, Docs, Here>

const vocabulary = { Network: ['Address', 'Label'] } as const

declare const ledger: Ledger
declare const leaf: Leaf<string>
declare const put: Handler<unknown, Docs, Here>
declare const ini: Text<'ini'>
declare const keyfile: Text<'keyfile'>
declare const report: Report

export const complete: Table = { address: put, label: put, lifetime: put }

// @ts-expect-error a table that lacks a field
export const lacking: Table = { address: put, label: put }

// @ts-expect-error a field that the model does not have
export const excess: Table = { address: put, label: put, lifetime: put, scope: put }

// @ts-expect-error the same where a table is made of others
export const satisfied = { ...complete, scope: put } satisfies Table

// @ts-expect-error a handler that deals with the leaf and proves nothing
export const silentHandler: Table = { ...complete, label: () => {} }

// @ts-expect-error a handler that answers sometimes
export const sometimes: Handler<string, Docs, Here> = (l: Leaf<string>) => (l.value === '' ? undefined : ledger.placed(l))

// @ts-expect-error a handler for another type of value
export const otherValue: Table = { ...complete, label: (l: Leaf<number>) => ledger.placed(l) }

// @ts-expect-error a receipt made by hand
export const receipt: Receipt = { origins: leaf.origins }

// @ts-expect-error a bare handler where a node wants a table
export const bare: Pick<Fields<LinkBase, Docs, Here>, 'addresses'> = { addresses: put }

// @ts-expect-error a nested table made by hand
export const handMade: Nested<Address, Docs, Here> = { run: () => {} }

export const whole: Nested<Address, Docs, Here> = nested<Address, undefined, Docs, Docs>(docs => docs, complete)

// @ts-expect-error a nested table for another node
export const otherNode: Nested<BridgePort, Docs, Here> = whole

// @ts-expect-error a nested table that lacks a field
export const shallow = nested<Address, undefined, Docs, Docs>(docs => docs, { address: put })

const section = new IniDocument({ path: '/etc/x' }, vocabulary, ledger).section('Network')

export const right: Receipt = section.set('Address', ini, leaf)

// @ts-expect-error a raw text where a codec's is wanted
export const raw: Receipt = section.set('Address', '192.0.2.1', leaf)

// @ts-expect-error a text of another syntax
export const foreign: Receipt = section.set('Address', keyfile, leaf)

// @ts-expect-error the same straight from the maker
export const made: Receipt = section.set('Address', text('yaml', 'x'), leaf)

// @ts-expect-error a key that the vocabulary does not have
export const unknownKey: Receipt = section.set('Adress', ini, leaf)

// @ts-expect-error a section that the vocabulary does not have
export const unknownSection = new IniDocument({ path: '/etc/x' }, vocabulary, ledger).section('Netwerk')

report.add('control-character', { character: 'U+0000' })

// @ts-expect-error a parameter of the catalogue is missing
report.add('control-character', {})

// @ts-expect-error a slug that the catalogue does not have
report.add('no-such-slug', {})

// @ts-expect-error a loss without a remedy
ledger.lose(leaf, { class: 'absent', why: 'it has no such option' })

// @ts-expect-error a class of loss that there is not
ledger.lose(leaf, { class: 'forgotten', why: 'it was late', remedy: 'none' })
