import type { VirtualFunctions } from '../model/network.ts'

/** What the kernel shows of a NIC; `device` is a name, which no shell takes for anything else (normalise/names.ts), or a variable. */
const folder = (device: string): string => `/sys/class/net/${device}/device`

/** The command for the number of virtual functions. The kernel refuses another number than nought while there are some (drivers/pci/iov.c). */
export const countCommand = (device: string, count: number): string => {
  const file = `${folder(device)}/sriov_numvfs`
  return `echo ${count} > ${file} || { echo 0 > ${file}; echo ${count} > ${file}; }`
}

/** The command for the mode of the switch in the NIC; drivers change it only while none of theirs holds a virtual function. */
export const switchCommand = (device: string, mode: NonNullable<VirtualFunctions['switchMode']>['value']): string =>
  `p=pci/$(basename $(readlink -f ${folder(device)})); devlink dev eswitch show $p | grep -qw "mode ${mode}" || ` +
  `{ ${ofFunctions(device, 'if [ -e $f/driver ]; then basename $(readlink -f $f) > $f/driver/unbind; fi')}; devlink dev eswitch set $p mode ${mode}; }`

/** The command that gives the virtual functions their driver back. */
export const rebindCommand = (device: string): string =>
  ofFunctions(device, 'if [ ! -e $f/driver ]; then basename $(readlink -f $f) > /sys/bus/pci/drivers_probe; fi')

/** The command for the VLAN of a virtual function: the NIC knows it by its number, which the links to the functions tell. */
export const filterCommand = (physical: string, device: string, tag: number): string =>
  ofFunctions(
    physical,
    `if [ $(readlink -f $f) = $(readlink -f ${folder(device)}) ]; then ip link set dev ${physical} vf $(basename $f | tr -d a-z) vlan ${tag}; fi`,
  )

/** Runs a command for each virtual function, which is `$f`. */
const ofFunctions = (device: string, command: string): string => `for f in ${folder(device)}/virtfn*; do ${command}; done`

/** The command that sets how IP goes over InfiniBand. */
export const infinibandCommand = (device: string, mode: string): string => `echo ${mode} > /sys/class/net/${device}/mode`
