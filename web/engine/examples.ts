import type { Example } from '../protocol.ts'

const bridge = `# A bridge for virtual machines: the host has its address by DHCP, and each machine its TAP.
network:
  version: 2
  ethernets:
    eno1: {}
  taps:
    tap-web:
      alias: VM web
      owner: qemu
      group: kvm
    tap-db:
      alias: VM db
      owner: qemu
      group: kvm
  bridges:
    br0:
      interfaces: [eno1, tap-web, tap-db]
      macaddress: "52:54:00:aa:00:01" # eno1's own
      dhcp4: true
      parameters:
        stp: false
        forward-delay: 0
`

/** Where a description may begin. */
export const examples: readonly Example[] = [{ name: 'bridge-taps', title: 'A bridge with a TAP for each virtual machine', text: bridge }]
