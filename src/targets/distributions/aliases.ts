/** What else people call a distribution, before the number of its release. */
const kin: Readonly<Record<string, string>> = {
  alma: 'almalinux',
  'alma-linux': 'almalinux',
  alpinelinux: 'alpine',
  'alpine-linux': 'alpine',
  centos: 'centos-stream',
  centosstream: 'centos-stream',
  el: 'rhel',
  fc: 'fedora',
  'fedora-linux': 'fedora',
  ol: 'oraclelinux',
  oracle: 'oraclelinux',
  'oracle-linux': 'oraclelinux',
  opensuse: 'leap',
  'opensuse-leap': 'leap',
  pve: 'proxmox',
  'proxmox-ve': 'proxmox',
  'raspberry-pi-os': 'raspberrypi-os',
  raspberrypios: 'raspberrypi-os',
  raspbian: 'raspberrypi-os',
  raspios: 'raspberrypi-os',
  redhat: 'rhel',
  'red-hat': 'rhel',
  rockylinux: 'rocky',
  'rocky-linux': 'rocky',
  rpios: 'raspberrypi-os',
  'rpi-os': 'raspberrypi-os',
  sle: 'sles',
  suse: 'sles',
}

/** Code names of releases. */
const codeNames: Readonly<Record<string, string>> = {
  bookworm: 'debian-12',
  trixie: 'debian-13',
  jammy: 'ubuntu-22.04',
  noble: 'ubuntu-24.04',
  questing: 'ubuntu-25.10',
  resolute: 'ubuntu-26.04',
}

/** What has no number. */
const whole: Readonly<Record<string, string>> = { archlinux: 'arch', 'arch-linux': 'arch', 'opensuse-tumbleweed': 'tumbleweed' }

const of = (table: Readonly<Record<string, string>>, key: string): string | undefined =>
  Object.hasOwn(table, key) ? table[key] : undefined

/** `Rocky Linux 9.4` as `rocky-linux` and `9.4`, `sles-15-sp6` as `sles` and `15.6`, `debian-bookworm` as `debian` and `12`. */
const partsOf = (name: string): readonly [string, string] => {
  const plain = name.toLowerCase().replaceAll(/[\s_]+/g, '-')
  const [, before = '', code = ''] = /^(?:(.*)-)?([a-z]+)$/.exec(plain) ?? []
  const release = of(codeNames, code)
  if (release !== undefined) return before === '' ? partsOf(release) : [before, partsOf(release)[1]]
  const [, distribution = plain, number = '', pack] = /^(.*?)-?(\d[\d.]*)(?:-?sp(\d+))?$/.exec(plain) ?? []
  return [distribution, pack === undefined ? number : `${number}.${pack}`]
}

/** What the distribution is called here: `rocky` for `rocky-linux-9`. */
export function kinOf(name: string): string {
  const [distribution] = partsOf(name)
  return of(kin, distribution) ?? of(whole, distribution) ?? distribution
}

/** The names that a release of that name may have here, the nearest first: `rhel-9.4` and `rhel-9` for el9.4, `debian-12` for bookworm. */
export function usualNames(name: string): readonly string[] {
  const parts = partsOf(name)[1].split('.')
  return parts.map((_, i) => [kinOf(name), parts.slice(0, parts.length - i).join('.')].filter(part => part !== '').join('-'))
}
