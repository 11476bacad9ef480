import { type Link, lacksCarrier, type Network } from '../../model/network.ts'
import { placeOf } from '../place.ts'
import type { Rule } from '../rule.ts'

/**
 * What has no carrier is never online to systemd-networkd-wait-online, which then holds the boot for two minutes (systemd-networkd-wait-online.service(8)). A TAP has
 * one while a program holds it, and so has a bridge of TAPs. Where the description is silent, no such device is waited for.
 */
export const waitsForCarrier: Rule = (network, report) => {
  for (const link of network.links) {
    const { id, optional, activation } = link
    if (!optional.written || optional.value || activation !== undefined || !waitsForProgram(link, network)) continue
    report.add('waits-for-carrier', { link: id }, { place: placeOf(optional), fix: optional.origins.map(path => ({ do: 'remove', path })) })
  }
}

const waitsForProgram = (link: Link, network: Network): boolean => link.kind === 'tap' || link.kind === 'tun' || lacksCarrier(link, network)
