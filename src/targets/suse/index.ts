import { globalsWithoutFile } from '../globals.ts'
import { lostOvs } from '../no-ovs.ts'
import { lostModem, lostProfile } from '../not-manager.ts'
import { defineTarget } from '../walk.ts'
import { type Docs, openDocs } from './documents.ts'
import { finish } from './finish.ts'
import { bond } from './link/bond.ts'
import { bridge } from './link/bridge.ts'
import { dummy } from './link/dummy.ts'
import { ethernet, wifi } from './link/physical.ts'
import { tunnel } from './link/tunnel.ts'
import { tap, tun } from './link/tuntap.ts'
import { vlan } from './link/vlan.ts'
import { vxlan } from './link/vxlan.ts'

/** wicked's ifcfg files, and netconfig, udev and systemd where they end. */
export const suse = defineTarget<undefined, Docs>({
  id: 'suse',
  title: 'SUSE ifcfg (wicked)',
  versions: ['wicked-0.6'],
  about: 'wicked 0.6: SUSE Linux Enterprise 12 and 15, openSUSE Leap 42 and 15; SLE 16 and Leap 16 have NetworkManager',
  native: /^\/etc\/sysconfig\/network\/(?!scripts\/)/,
  start: () => undefined,
  open: openDocs,
  globals: globalsWithoutFile('wicked'),
  links: {
    ethernet,
    wifi,
    bond,
    bridge,
    dummy,
    vlan,
    tunnel,
    vxlan,
    tap,
    tun,
    modem: lostModem,
    'nm-device': lostProfile,
    ...lostOvs,
  },
  finish,
})
