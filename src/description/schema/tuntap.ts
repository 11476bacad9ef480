import { field } from '../field.ts'
import { mapping } from '../mapping.ts'
import { account, yesNo } from '../scalars.ts'
import { common } from './common.ts'

export const tuntap = mapping(() => ({
  ...common,
  owner: field(account, 'The user who may attach to the device without being root, by name or number.', ['qemu', '64055'], {
    since: 'netglot',
    default: 'only root may attach',
  }),
  group: field(account, 'The group that may attach to the device; with an owner both must hold.', ['kvm', '104'], {
    since: 'netglot',
    default: 'only root may attach',
  }),
  'multi-queue': field(yesNo, 'Let a program open several queues (QEMU’s `queues=`).', ['true', 'false'], {
    since: 'netglot',
    default: 'false',
  }),
  'vnet-header': field(yesNo, 'Pass virtio headers through, for offloading (QEMU’s `vnet_hdr=on`).', ['true', 'false'], {
    since: 'netglot',
    default: 'false',
  }),
  'packet-info': field(yesNo, 'Put four bytes of packet information before each packet.', ['true', 'false'], {
    since: 'netglot',
    default: 'false',
  }),
}))
