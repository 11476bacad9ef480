/** What other configuration files, and people, call a key of ours, without dashes and underscores. */
const words: Readonly<Record<string, string>> = {
  ports: 'interfaces',
  bridgeports: 'interfaces',
  slaves: 'interfaces',
  members: 'interfaces',
  ip: 'addresses',
  ipaddr: 'addresses',
  dns: 'nameservers',
  dnsnameservers: 'nameservers',
  mac: 'macaddress',
  hwaddr: 'macaddress',
  hwaddress: 'macaddress',
  description: 'alias',
  user: 'owner',
  ssid: 'access-points',
  psk: 'password',
  fd: 'forward-delay',
  bridgefd: 'forward-delay',
  bridgestp: 'stp',
  hello: 'hello-time',
  maxage: 'max-age',
}

/** The key that is usually called by this word. */
export function usualWord(word: string): string | undefined {
  const key = word.toLowerCase().replaceAll(/[_-]/g, '')
  return Object.hasOwn(words, key) ? words[key] : undefined
}
