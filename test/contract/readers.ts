/** The entries of an INI file as `Section.Key`, with all values of a key that comes several times. */
export function readIni(content: string): ReadonlyMap<string, readonly string[]> {
  const entries = new Map<string, string[]>()
  let section = ''
  for (const line of content.split('\n')) {
    const header = /^\[(.+)\]$/.exec(line)
    const [, key, value] = /^([^=#;\s][^=]*?)\s*=\s*(.*?)\s*$/.exec(line) ?? []
    if (header !== null) section = header[1] ?? ''
    else if (key !== undefined && value !== undefined)
      entries.set(`${section}.${key}`, [...(entries.get(`${section}.${key}`) ?? []), value])
  }
  return entries
}

const escapes: Readonly<Record<string, string>> = { s: ' ', n: '\n', t: '\t', r: '\r', '\\': '\\' }

/** A string as GKeyFile reads it; undefined where it refuses. */
export const keyfileString = (raw: string): string | undefined => {
  const bad = /\\(?![sntr\\])/.test(raw.replaceAll('\\\\', ''))
  return bad ? undefined : raw.replaceAll(/\\(.)/g, (_, c: string) => escapes[c] ?? '')
}

/** A list of strings as GKeyFile reads it. */
export const keyfileList = (raw: string): readonly string[] =>
  [...raw.matchAll(/((?:[^;\\]|\\.)*);/g)].map(([, item = '']) => item.replaceAll(/\\(.)/g, '$1'))

/** A network's name as libnm reads it: a list of bytes, or a text. */
export const keyfileSsid = (raw: string): string | undefined =>
  /^(\d{1,3};)+$/.test(raw) ? new TextDecoder().decode(Uint8Array.from(raw.split(';').slice(0, -1), Number)) : keyfileString(raw)

/** The values of wpa_supplicant's `network={}`: the text between the first and the last quote, or the bytes of hex digits. */
export function readWpa(content: string): ReadonlyMap<string, string> {
  const lines = [...content.matchAll(/^\t(\w+)=(.*)$/gm)]
  return new Map(lines.map(([, key = '', raw = '']) => [key, key === 'ssid' ? wpaSsid(raw) : raw.replace(/^"(.*)"$/, '$1')]))
}

const wpaSsid = (raw: string): string => (raw.startsWith('"') ? raw.slice(1, raw.lastIndexOf('"')) : Buffer.from(raw, 'hex').toString())

/** What udev assigns, after it has put in what `%` and `$` stand for. */
export const udevAssigned = (content: string, attribute: string): string | undefined => {
  const [, raw] = new RegExp(`ATTR\\{${attribute}\\}="([^"]*)"`).exec(content) ?? []
  return raw?.replaceAll(/%%|\$\$/g, twice => twice.charAt(0))
}
