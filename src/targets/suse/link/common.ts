import type { LinkBase } from '../../../model/network.ts'
import { implied, nested } from '../../handlers.ts'
import { acceptRaSetting } from '../../kernel-ipv6.ts'
import { notManager } from '../../not-manager.ts'
import { settingField } from '../../openvswitch/fields.ts'
import { conflict, type Fields } from '../../target.ts'
import { Inexpressible, text } from '../../text.ts'
import type { Docs } from '../documents.ts'
import { integer, word, yesNo } from '../format.ts'
import { notOnPorts, type SuseAt, type SuseHandler, sysctl, variable } from '../handlers.ts'
import { bootproto, isLayer2 } from '../layer3.ts'
import { run } from '../openvswitch.ts'
import { addressFields, openAddress } from './address.ts'
import { dhcp4Fields, dhcp6Fields } from './dhcp.ts'
import { ipv6Generation, ipv6Mtu, ipv6Token, raFields } from './ipv6.ts'
import { closeRoute, closeRule, openRoute, openRule, routeFields, ruleFields } from './route.ts'

const startmode: SuseHandler<boolean> = (leaf, docs, { link, context }) => {
  const { variables } = docs.ifcfg
  if (link.activation !== undefined) return context.ledger.imply(leaf, 'nothing waits for what is not started at boot')
  if (!leaf.written || !leaf.value) return variables.set('STARTMODE', word.print('auto'), leaf, 'wicked starts nothing of itself')
  const does = 'the boot goes on without it, but only after wicked has waited for it as long as WAIT_FOR_INTERFACES says, 30 seconds'
  const remedy = 'lower WAIT_FOR_INTERFACES in /etc/sysconfig/network/config if that is too long'
  context.note('stack-behaviour', { target: context.spelling.text, link: link.id, does, remedy }, link)
  return variables.set('STARTMODE', word.print('hotplug'), leaf)
}

/** nfsroot: as auto, but not taken down with the others (ifcfg(5)). */
const critical: SuseHandler<boolean> = (leaf, docs, { link, context }) => {
  if (!leaf.value) return context.ledger.imply(leaf, 'wicked takes it down when wicked.service stops')
  if (link.activation !== undefined || (link.optional.written && link.optional.value)) return context.ledger.lose(leaf, oneMode)
  context.note('stack-behaviour', { target: context.spelling.text, link: link.id, ...staysUp }, link)
  return docs.ifcfg.variables.set('STARTMODE', word.print('nfsroot'), leaf)
}

const staysUp = {
  does: 'wicked takes the device down only by force, so a new setting may not reach it before the next boot',
  remedy: 'reboot after a change',
}

const oneMode = conflict(
  'STARTMODE is one word: what is not waited for, or not started, is taken down with the others',
  'take `critical` out, or `optional` and `activation-mode`',
)

const protocol: SuseHandler<unknown> = (leaf, docs, { link }) =>
  docs.ifcfg.variables.set('BOOTPROTO', word.print(bootproto(link)), leaf, 'the link has addresses of its own')

/** A port has no lease; wicked would pass over the BOOTPROTO that asks for one. */
const { lease } = notOnPorts({ lease: protocol })
const dhcp: SuseHandler<boolean> = (leaf, docs, at) => (leaf.value ? lease : protocol)(leaf, docs, at)

/** Without a link-local address the kernel still hears advertisements, so what is not said is written too. */
const acceptRa: SuseHandler<boolean> = (leaf, docs, at) => {
  const { link, context } = at
  if (isLayer2(link))
    return leaf.written ? (leaf.value ? lease : protocol)(leaf, docs, at) : context.ledger.imply(leaf, 'BOOTPROTO=none switches IPv6 off')
  const setting = acceptRaSetting(leaf.value, context.network)
  if (setting === 1 && !leaf.written) return context.ledger.imply(leaf, 'the kernel does so of itself')
  return docs.side.sysctl('ipv6', 'accept_ra', setting, leaf)
}

const noRa: SuseHandler<boolean> = (leaf, _docs, { context }) =>
  context.ledger.imply(leaf, 'no router advertisement is heard, so there are no such addresses')

/** What every link has. */
export const common = {
  renderer: implied('it chooses the stack for -t auto, and this is wicked'),
  interface: implied('the files are named after it'),
  mac: variable('LLADDR', word),
  macPolicy: (leaf, docs) => docs.side.macPolicy(leaf),
  macFrom: implied('only a bridge has it'),
  mtu: variable('MTU', integer),
  alias: (leaf, docs) => docs.side.alias(leaf),
  optional: startmode,
  critical,
  activation: variable('STARTMODE', word),
  ignoreCarrier: (leaf, docs, { context }) =>
    leaf.written || leaf.value
      ? docs.ifcfg.variables.set('LINK_REQUIRED', yesNo.print(!leaf.value), leaf)
      : context.ledger.imply(leaf, 'wicked waits for the carrier'),
  dhcp4: dhcp,
  dhcp6: (leaf, docs, at) => {
    if (leaf.value && !at.link.acceptRa.value && at.link.controller === undefined)
      docs.ifcfg.variables.put('DHCLIENT6_MODE', word.print('managed'), 'no router advertisement says that there is a DHCPv6 server')
    return dhcp(leaf, docs, at)
  },
  dhcpIdentifier: (leaf, docs) =>
    docs.ifcfg.variables.set('DHCLIENT_CREATE_CID', word.print(leaf.value === 'mac' ? 'rfc2132' : 'rfc4361'), leaf),
  dhcp4Overrides: nested((docs: Docs) => docs, dhcp4Fields),
  dhcp6Overrides: nested((docs: Docs) => docs, dhcp6Fields),
  linkLocal: (leaf, docs, at) => {
    const { link, context } = at
    if (isLayer2(link)) return leaf.written ? protocol(leaf, docs, at) : context.ledger.imply(leaf, 'BOOTPROTO=none switches IPv6 off')
    if (leaf.value.ipv4) protocol(leaf, docs, at)
    return leaf.written || !leaf.value.ipv6
      ? docs.side.sysctl('ipv6', 'addr_gen_mode', leaf.value.ipv6 ? 0 : 1, leaf)
      : context.ledger.imply(leaf, 'the kernel does so of itself')
  },
  acceptRa,
  raOverrides: nested((docs: Docs) => docs, raFields),
  ipv6Generation,
  ipv6Token,
  ipv6Mtu,
  ipv6Privacy: (leaf, docs, at) =>
    at.link.acceptRa.value && !isLayer2(at.link)
      ? docs.side.sysctl('ipv6', 'use_tempaddr', leaf.value ? 2 : 0, leaf)
      : noRa(leaf, docs, at),
  ...notOnPorts({
    addresses: nested(openAddress, addressFields),
    routes: nested(openRoute, routeFields, closeRoute),
    rules: nested(openRule, ruleFields, closeRule),
  }),
  nameservers: (leaf, docs) => docs.hook.server(text('shell', leaf.value.text), leaf),
  searchDomains: (leaf, docs) => {
    if (!/^[A-Za-z0-9._-]+$/.test(leaf.value))
      throw new Inexpressible(
        'netconfig(8) gives it to a shell, so only letters, digits, dots, dashes and underscores are safe',
        'write a plain domain',
      )
    return docs.hook.domain(text('shell', leaf.value), leaf)
  },
  ipv4Forwarding: sysctl('ipv4', 'forwarding'),
  ipv6Forwarding: sysctl('ipv6', 'forwarding'),
  ipv4ProxyArp: sysctl('ipv4', 'proxy_arp'),
  ipv6ProxyNdp: sysctl('ipv6', 'proxy_ndp'),
  networkManager: notManager<Docs, undefined>(),
  ovsSettings: settingField(run),
} satisfies Fields<LinkBase, Docs, SuseAt>
