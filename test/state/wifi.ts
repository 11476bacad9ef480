import type { Wifi } from '../../src/model/network.ts'
import { expectLeaf, expectValue } from './described.ts'
import type { KernelState } from './kernel-state.ts'

export const wifiOf = (radio: Wifi, name: string, { wifi }: KernelState): readonly string[] => {
  const block = wifi.split(/^\t?(?=\s*Interface )/m).find(text => text.trim().split(/\s+/)[1] === name) ?? ''
  // `iw dev` names the network of access points alone; a station that has joined one is on its channel.
  const joined = radio.accessPoints.length > 0 ? true : undefined
  return [
    ...expectLeaf('4-address mode', radio.fourAddress, /^\s*4addr: on$/m.test(block)),
    ...expectValue('in a network', joined, /^\s*channel \d/m.test(block)),
  ]
}
