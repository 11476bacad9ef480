import { spec } from '../spec.ts'

/** NG450x: what people trip over again and again. */
export const demandLint = {
  'gateway-deprecated': spec<{ key: string; gateway: string }>({
    code: 'NG4501',
    severity: 'info',
    message: p => `\`${p.key}\` is deprecated: netplan warns of it each time`,
    hint: p => `write \`routes: [{to: default, via: ${p.gateway}}]\``,
  }),
  'guests-behind-hoster': spec<{ bridge: string; tap: string; nic: string; gateway: string }>({
    code: 'NG4502',
    severity: 'info',
    message: p =>
      `${p.bridge} bridges ${p.tap} with ${p.nic}, and its gateway ${p.gateway} is outside its network, as hosters have it that let one MAC through: guests with MACs of their own may reach nobody`,
    hint: p =>
      `ask the hoster for a MAC for each guest and give it to the guest; or route: take ${p.nic} out of ${p.bridge}, with \`ipv4-forwarding\`, and \`ipv4-proxy-arp\` at ${p.nic}`,
  }),
  'waits-for-carrier': spec<{ link: string }>({
    code: 'NG4503',
    severity: 'warning',
    message: p => `the boot waits for ${p.link}, which has no carrier of its own: with networkd up to two minutes`,
    hint: () => 'take `optional: false` out: without it the boot does not wait for such a device',
  }),
  'address-waits-for-guest': spec<{ link: string }>({
    code: 'NG4504',
    severity: 'info',
    message: p => `${p.link} has its addresses while a guest runs and no longer: no port of it has a carrier of its own`,
    hint: () => 'take `ignore-carrier: false` out, and the addresses are there always',
  }),
}
