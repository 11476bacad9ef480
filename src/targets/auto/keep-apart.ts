import type { Link } from '../../model/network.ts'
import { fileName } from '../../side/names.ts'
import type { Context } from '../context.ts'
import { IniDocument } from '../documents/ini.ts'
import { text } from '../text.ts'
import type { Share } from './divide.ts'
import { matchesSeveral, tellManager } from './tell-manager.ts'

const vocabulary = { Match: ['Name', 'PermanentMACAddress'], Link: ['Unmanaged'] } as const

/** Tells each stack of `auto` which devices are the other’s. */
export function keepApart<R, D>(shares: readonly Share[], context: Context<R, D>): void {
  const linksOf = (target: string): readonly Link[] => shares.find(({ spelling }) => spelling.target === target)?.network.links ?? []
  const [ofNetworkd, ofManager] = [linksOf('networkd'), linksOf('networkmanager')]
  if (ofNetworkd.length + ofManager.length === 0) return
  tellManager(context, ofNetworkd, ofManager)
  if (ofNetworkd.some(matchesSeveral)) for (const link of ofManager) keepFromNetworkd(link, context)
}

/** networkd takes what one of its files matches by a wildcard, unless an earlier one says that it shall not (systemd.network(5), Unmanaged=). */
const keepFromNetworkd = <R, D>(link: Link, context: Context<R, D>): void => {
  const name = link.interface?.value
  const mac = 'match' in link ? link.match?.mac?.value : undefined
  if (name === undefined && mac === undefined) return
  const place = { path: `/etc/systemd/network/05-netglot-${fileName(link.id)}.network` }
  const file = context.add(new IniDocument(place, vocabulary, context.ledger))
  const why = `${link.id} is NetworkManager’s`
  file.comments.push('NetworkManager has this device: keeps networkd from it, whatever other files match.')
  if (name === undefined) file.section('Match').put('PermanentMACAddress', text('ini', mac ?? ''), why)
  else file.section('Match').put('Name', text('ini', name), why)
  file.section('Link').put('Unmanaged', text('ini', 'yes'), why)
}
