import type { Link } from '../model/network.ts'

/** What a NIC is called before a renaming, where the description tells: what others have written is for that name. */
export function nameBefore(link: Link): string | undefined {
  if (!('setName' in link) || link.setName === undefined) return link.interface?.value
  const name = link.match?.name?.value
  return name === undefined || /[*?[]/.test(name) ? undefined : name
}
