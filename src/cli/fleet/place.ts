import type { Format } from '../../formats/format.ts'

/** Where below OUT an answer for a host goes, as a folder ends with a slash: `web1/`, `web1.ign`; of several targets `web1/networkd/`, `web1/networkd.ign`. */
export const placeOf = (host: string, target: string | undefined, format: Format | undefined): string => {
  const name = target === undefined ? host : `${host}/${target}`
  return format?.kind === 'document' ? `${name}${format.extension}` : `${name}/`
}
