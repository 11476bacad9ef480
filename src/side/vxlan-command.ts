/** What the kernel lets one change of a VXLAN that is there, for stacks that have no word for it. */
export const vxlanCommand = (device: string, word: 'df' | 'flowlabel', value: string | number): string =>
  `ip link set dev ${device} type vxlan ${word} ${value}`

/** The words of ip-link(8) for the bit that forbids to cut packets. */
export const fragmentWord = (forbidden: boolean): 'set' | 'unset' => (forbidden ? 'set' : 'unset')
