import type { Ethernet, VirtualFunctions, VlanFilter } from '../../model/network.ts'
import { countCommand, filterCommand, infinibandCommand, rebindCommand, switchCommand } from '../../side/sriov.ts'
import { physicalName } from '../../side/sriov-unit.ts'
import { implied, nested } from '../handlers.ts'
import { approximate, type Fields } from '../target.ts'
import type { Docs, InterfacesAt, InterfacesHandler } from './documents.ts'

const device = '$IFACE'

/** A NIC that lacks a function is better than one that is down. */
const ofPhysical = (line: string): string => `${line} || true`

const notLater = approximate(
  'the stanzas come one after the other, so the virtual functions get their driver back as soon as the NIC is up',
  'allow the loss where no bond has to be there before, or render for networkd',
)

const delayRebind: InterfacesHandler<boolean> = (leaf, { stanzas }, { context }) => {
  stanzas.first.run(
    leaf.value ? 'after' : 'before',
    ofPhysical(rebindCommand(device)),
    leaf,
    'the functions lost their driver for the mode',
  )
  return leaf.value ? context.ledger.lose(leaf, notLater) : context.ledger.placed(leaf)
}

const functionFields: Fields<VirtualFunctions, Docs, InterfacesAt> = {
  count: (leaf, { stanzas }) => stanzas.first.run('before', ofPhysical(countCommand(device, leaf.value)), leaf),
  switchMode: (leaf, { stanzas }, { context }) => {
    context.answer.require('iproute2', 'devlink in the command lines')
    return stanzas.first.run('before', ofPhysical(switchCommand(device, leaf.value)), leaf)
  },
  delayRebind,
}

const filterFields: Fields<VlanFilter, Docs, InterfacesAt> = {
  link: implied('the command stands in the stanza of the virtual function'),
  tag: (leaf, { stanzas }, { link, context }) =>
    stanzas.first.run('before', filterCommand(physicalName(link as Ethernet, context), device, leaf.value), leaf),
  byHardware: implied('the NIC is told the VLAN, and no device is made'),
}

/** The keys of NICs with virtual functions, and of InfiniBand: commands before the device comes up. */
export const hardware = {
  physicalFunction: (leaf, { stanzas }) =>
    stanzas.first.run('create', 'for n in 1 2 3 4 5 6 7 8 9 10; do [ -e /sys/class/net/$IFACE ] && break; sleep 1; done', leaf),
  vlanFilter: nested((docs: Docs) => docs, filterFields),
  virtualFunctions: nested((docs: Docs) => docs, functionFields),
  infinibandMode: (leaf, { stanzas }) => stanzas.first.run('before', infinibandCommand(device, leaf.value), leaf),
} satisfies Pick<Fields<Ethernet, Docs, InterfacesAt>, 'physicalFunction' | 'vlanFilter' | 'virtualFunctions' | 'infinibandMode'>
