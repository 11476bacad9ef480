import type { Wifi } from '../../src/model/network.ts'
import { expectLeaf } from './described.ts'
import type { KernelState } from './kernel-state.ts'

export const wifiOf = (radio: Wifi, name: string, { wifi }: KernelState): readonly string[] => {
  const block = wifi.split(/^\t?(?=\s*Interface )/m).find(text => text.trim().split(/\s+/)[1] === name) ?? ''
  const ssid = /^\s*ssid (.*)$/m.exec(block)?.[1]
  return [
    ...expectLeaf('4-address mode', radio.fourAddress, /^\s*4addr: on$/m.test(block)),
    ...(radio.accessPoints.length === 0 || radio.accessPoints.some(point => point.ssid.value === ssid)
      ? []
      : [`is in the network ${ssid}`]),
  ]
}
