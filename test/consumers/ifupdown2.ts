import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Consumer } from './consumer.ts'
import { commandFaults } from './ifupdown.ts'
import { type InterfacesStanza, readInterfaces } from './interfaces-file.ts'
import { judgeDhclient, optionsOfHooks } from './interfaces-hooks.ts'
import { runSeparately } from './run-separately.ts'

/** ifupdown2's own syntax check, and its reading of the file held against what stands there. */
export async function judgeIfupdown2(root: string): Promise<readonly string[]> {
  const file = join(root, 'etc/network/interfaces')
  const hooks = await judgeDhclient(root)
  if (!existsSync(file)) return hooks
  const stanzas = await readInterfaces(file)
  const unpacked = await runSeparately('unpack-ifupdown2.sh', [])
  const { errors, output } = await runSeparately('ifupdown2-read.sh', [unpacked.output.trim(), root])
  const read = await optionsOfHooks(['/etc/wpa_supplicant/ifupdown.sh', '/etc/wpa_supplicant/functions.sh'])
  const said = errors.filter(line => !isFalseAlarm(line, new Set([...read, ...resolvconfOptions])))
  return [...said, ...hooks, ...(await commandFaults(stanzas)), ...misread(stanzas, output)]
}

/** What resolvconf's /etc/network/if-up.d/000resolvconf reads; ifupdown2 runs it as it runs all scripts there. */
const resolvconfOptions = ['dns-nameservers', 'dns-search']

/** Messages of ifupdown2 3.0 about files that it applies as they are meant; test/apply shows that it does. */
const isFalseAlarm = (line: string, hookOptions: ReadonlySet<string>): boolean => {
  // Its keyword tables know the addons only: "you may get false warnings for attributes supported by scripts" (ifupdown2.conf).
  const keyword = /^error: \/etc\/network\/interfaces: line\d+: iface [^ ]+: unsupported keyword \(([^)]+)\)$/.exec(line)?.[1]
  return (
    hookOptions.has(keyword ?? '') ||
    // addons/bridge.py checks the value against <interface-list>, and handles `none` when it applies it.
    /^warning: [^ ]+: bridge-ports: invalid value "none": valid attribute values: \['<interface-list>'\]$/.test(line) ||
    // Its table has yes and no only, and what applies it reads all words for a boolean (ifupdown/utils.py).
    /^warning: [^ ]+: bridge-vlan-aware: invalid value "on": valid attribute values: \['yes', 'no'\]$/.test(line) ||
    // addons/address.py, _check_mtu_config: said when checking only; applying sets the MTU.
    /^warning: [^ ]+: bridge inherits mtu from its ports\. There is no need to assign mtu on a bridge$/.test(line) ||
    // The ranges of its tables are narrower than the kernel's; applying takes the value all the same.
    /^warning: [^ ]+: (mtu|bridge-(ageing|fd|hello|maxage)): value of out range "\d+": valid attribute range: \d+-\d+$/.test(line) ||
    // Its netlink thread sees its own socket closed when the program ends, now and then.
    line === 'error: recv() error: [Errno 22] Invalid argument'
  )
}

interface Understood {
  readonly name: string
  readonly config: Readonly<Record<string, string | readonly string[]>>
}

/** The options of the file that ifupdown2 understood otherwise, or not at all. It puts the name in for `$IFACE` itself. */
const misread = (stanzas: readonly InterfacesStanza[], output: string): readonly string[] => {
  if (output === '') return ['ifquery printed nothing']
  const understood = JSON.parse(output) as readonly Understood[]
  return stanzas.flatMap(({ name, options }) => {
    const config = understood.find(link => link.name === name)?.config
    if (config === undefined) return [`iface ${name} was not read`]
    return options
      .filter(option => ![config[option.name.replaceAll('_', '-')] ?? []].flat().includes(option.value.replaceAll('$IFACE', name)))
      .map(option => `line ${option.line}: ${option.name} of ${name} was read as ${JSON.stringify(config[option.name])}`)
  })
}

/** ifupdown2 of Debian 12. */
export const consumers: readonly Consumer[] = [
  { target: 'ifupdown2@3.0', title: 'ifup --syntax-check and ifquery of ifupdown2 3.0.0, dash', judge: judgeIfupdown2 },
]
