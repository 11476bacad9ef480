import type { Dummy } from '../../../model/network.ts'
import { lost, when } from '../../handlers.ts'
import { absent, type Fields } from '../../target.ts'
import type { Docs } from '../documents.ts'
import type { SuseAt } from '../handlers.ts'
import { common } from './common.ts'

/** client/suse/compat-suse.c, try_add_dummy: it drops a dummy that asks for addresses. */
const noLease = absent('wicked drops a dummy device that asks a DHCP server', 'give it static addresses: nobody answers there')

export const dummy = {
  ...common,
  dhcp4: when(leaf => leaf.value, lost(noLease), common.dhcp4),
  dhcp6: when(leaf => leaf.value, lost(noLease), common.dhcp6),
} satisfies Fields<Dummy, Docs, SuseAt>
