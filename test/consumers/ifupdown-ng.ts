import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { isIPv6 } from 'node:net'
import { join } from 'node:path'
import type { Consumer } from './consumer.ts'
import { debian13 } from './debian-13.ts'
import { commandFaults } from './ifupdown.ts'
import { commandNames, type InterfacesStanza, readInterfaces } from './interfaces-file.ts'
import { optionsOfHooks } from './interfaces-hooks.ts'
import { runSeparately } from './run-separately.ts'

/** ifupdown-ng of a Debian: how it understands the file, in which order, and what dhcpcd says of its own files. */
export async function judgeIfupdownNg(root: string, unpack: () => Promise<string> = debian12): Promise<readonly string[]> {
  const file = join(root, 'etc/network/interfaces')
  if (!existsSync(file)) return []
  const unpacked = await unpack()
  const [stanzas, executors, { output, errors }] = await Promise.all([
    readInterfaces(file),
    optionsOfExecutors(unpacked),
    runSeparately('ifupdown-ng-read.sh', [unpacked, root]),
  ])
  const [order = '', ...shown] = output.split('\n\n')
  const understood = shown.flatMap(text => readShown(text))
  return [
    ...errors,
    ...stanzas.flatMap(stanza => misread(stanza, understood)),
    ...stanzas.flatMap(stanza => unread(stanza, executors)),
    ...autos(await readFile(file, 'utf8'), understood),
    ...late(stanzas, order.split('\n')),
    ...(await commandFaults(stanzas)),
  ]
}

const debian12 = async (): Promise<string> => (await runSeparately('unpack-ifupdown-ng.sh', [])).output.trim()
const debian13Ng = (): Promise<string> => debian13('ifupdown-ng', 'dash', 'iproute2', 'dhcpcd-base', 'coreutils')

/** What ifparse shows of one interface. */
interface Shown {
  readonly name: string
  readonly auto: boolean
  readonly lines: readonly (readonly [string, string])[]
}

const readShown = (text: string): readonly Shown[] => {
  const lines = text.split('\n').filter(line => line !== '')
  const name = lines.find(line => line.startsWith('iface '))?.slice('iface '.length)
  if (name === undefined) return []
  const inside = lines.filter(line => line.startsWith('  ')).map(line => line.trim())
  return [
    {
      name,
      auto: lines.some(line => line === `auto ${name}`),
      lines: inside.map(line => [line.split(' ')[0] ?? '', line.slice(line.indexOf(' ') + 1)] as const),
    },
  ]
}

/** Executors that make devices or start programs, which no file asks for but by these words; `vlan` is a hint for names with a dot, and no program. */
const known = ['link', 'loopback', 'static', 'dhcp', 'vlan', 'pre', 'post', 'peer']

/** What was understood otherwise than it stands there, in number or in wording; `dhcp` brings the machine's name along. */
const misread = ({ name, method, options }: InterfacesStanza, understood: readonly Shown[]): readonly string[] => {
  const shown = understood.find(other => other.name === name)
  if (shown === undefined) return [`iface ${name} was not read`]
  const own = shown.lines.filter(([key]) => key !== 'use' && key !== 'dhcp-hostname').map(([key, value]) => `${key} ${canonical(value)}`)
  const meant = options.map(option => `${option.name} ${canonical(option.value)}`)
  const uses = shown.lines.filter(([key]) => key === 'use').map(([, value]) => value)
  const wanted = [...(method === 'dhcp' ? ['dhcp'] : []), ...(options.some(o => ['address', 'gateway'].includes(o.name)) ? ['static'] : [])]
  return [
    ...meant.filter(line => !own.includes(line)).map(line => `iface ${name}: ${line} was not understood`),
    ...own.filter(line => !meant.includes(line)).map(line => `iface ${name}: ${line} was understood, and nobody wrote it`),
    ...(own.length === meant.length ? [] : [`iface ${name}: ${own.length} lines of ${meant.length} were understood`]),
    ...['dhcp', 'static'].filter(use => uses.includes(use) !== wanted.includes(use)).map(use => `iface ${name}: wrong about ${use}`),
    ...uses.filter(use => !known.includes(use)).map(use => `iface ${name}: runs the executor ${use}`),
  ]
}

/** An address as the kernel writes it. */
const canonical = (value: string): string => {
  const [, ip = '', prefix = ''] = /^([^/]*)(\/\d+)?$/.exec(value.trim()) ?? []
  return isIPv6(ip) ? `${new URL(`http://[${ip}]`).hostname}${prefix}` : value.trim()
}

/** The options that some executor reads: `$IF_MTU`. */
const optionsOfExecutors = async (unpacked: string): Promise<ReadonlySet<string>> => {
  const folder = join(unpacked, 'usr/libexec/ifupdown-ng')
  return optionsOfHooks((await readdir(folder)).map(name => join(folder, name)))
}

/** The parser itself reads the first three; udhcpc's script on Alpine the last (busybox's default.script there, IF_PEER_DNS). */
const otherwiseRead = ['address', 'gateway', 'requires', 'peer-dns']

const unread = ({ name, options }: InterfacesStanza, executors: ReadonlySet<string>): readonly string[] =>
  options
    .filter(option => ![...otherwiseRead, ...commandNames].includes(option.name) && !executors.has(option.name))
    .map(option => `line ${option.line}: nothing reads ${option.name} of iface ${name}`)

const autos = (text: string, understood: readonly Shown[]): readonly string[] => {
  // `lo` is so of itself.
  const meant = [...new Set(['lo', ...[...text.matchAll(/^auto (\S+)$/gm)].map(([, name = '']) => name)])].sort()
  const read = understood.flatMap(({ name, auto }) => (auto ? [name] : [])).sort()
  return meant.join(' ') === read.join(' ') ? [] : [`auto is read as ${read.join(' ')}`]
}

/** Ports that are brought up only after the bridge that takes them. */
const late = (stanzas: readonly InterfacesStanza[], order: readonly string[]): readonly string[] =>
  stanzas.flatMap(({ name, options }) => {
    const place = order.indexOf(name)
    const required = options.filter(option => option.name === 'requires').flatMap(option => option.value.split(' '))
    const taken = options.flatMap(option => /^ip link set dev (\S+) master /.exec(option.value)?.[1] ?? [])
    return taken
      .filter(port => place >= 0 && !required.includes(port) && order.indexOf(port) > place)
      .map(port => `${port} is brought up after ${name}, which takes it`)
  })

/** ifupdown-ng of Debian 12 and of Debian 13, which is Alpine's version too. */
export const consumers: readonly Consumer[] = [
  {
    target: 'ifupdown-ng@0.11.3',
    title: 'ifparse, ifquery and ifup --no-act 0.11.3, the executors’ options, dhcpcd 9.4, dash',
    judge: root => judgeIfupdownNg(root),
  },
  {
    target: 'ifupdown-ng@0.11.3',
    title: 'ifparse, ifquery and ifup --no-act 0.12.1, the executors’ options, dhcpcd 10.1',
    judge: root => judgeIfupdownNg(root, debian13Ng),
  },
]
