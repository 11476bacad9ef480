import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Consumer } from './consumer.ts'
import { judgeHooks } from './suse-hooks.ts'
import type { Link } from './suse-links.ts'
import { judgeLink } from './suse-links.ts'
import { judgeRoutes, judgeRules } from './suse-routes.ts'
import type { Variable } from './suse-sysconfig.ts'
import { readSysconfig } from './suse-sysconfig.ts'
import { judgeValues } from './suse-values.ts'

const folder = 'etc/sysconfig/network'
const file = /^(ifcfg|ifroute|ifrule)-(.*)$/
const interfaceName = /^(?!(?:all|default)$)[A-Za-z0-9][A-Za-z0-9_.-]{0,14}$/
/** wicked passes over files that look like copies (client/suse/compat-suse.c). */
const copy = /~$|\.(?:old|bak|orig|scpmbackup|rpmnew|rpmsave|rpmorig)$/

function judgeName(name: string, all: readonly string[]): readonly string[] {
  const [, kind, device = ''] = file.exec(name) ?? []
  if (kind === undefined) return name === 'scripts' ? [] : [`${name}: wicked reads no such file`]
  if (!interfaceName.test(device)) return [`${name}: Rejecting suspect interface name`]
  if (copy.test(name)) return [`${name}: taken for a copy and not read`]
  return all.includes(`ifcfg-${device}`) ? [] : [`${name}: not read without ifcfg-${device}`]
}

async function judgeMode(root: string, name: string, variables: readonly Variable[]): Promise<readonly string[]> {
  const { mode } = await stat(join(root, folder, name))
  const secret = variables.some(variable => variable.name.startsWith('WIRELESS_WPA_PSK'))
  return secret && (mode & 0o077) !== 0 ? ['holds a passphrase that others may read'] : []
}

interface Read {
  readonly link: Link
  readonly said: readonly string[]
}

async function readLink(root: string, name: string, names: readonly string[]): Promise<Read> {
  const device = name.slice('ifcfg-'.length)
  const { variables, complaints } = readSysconfig(await readFile(join(root, folder, name), 'utf8'))
  const said = [
    ...complaints,
    ...judgeValues(variables),
    ...(await judgeHooks(root, variables)),
    ...(await judgeMode(root, name, variables)),
  ]
  const has = (kind: string): boolean => names.includes(`${kind}-${device}`)
  return {
    link: { name: device, variables, hasRoutes: has('ifroute'), hasRules: has('ifrule') },
    said: said.map(line => `${name}: ${line}`),
  }
}

async function readTable(root: string, name: string): Promise<readonly string[]> {
  const text = await readFile(join(root, folder, name), 'utf8')
  const device = name.replace(/^if(?:route|rule)-/, '')
  return (name.startsWith('ifroute-') ? judgeRoutes(text, device) : judgeRules(text)).map(line => `${name}: ${line}`)
}

/** Holds ifcfg, ifroute and ifrule files against what wicked 0.6.80's source reads, refuses and passes over. */
export async function judgeSuse(root: string): Promise<readonly string[]> {
  const names = (await readdir(join(root, folder)).catch(() => [])).sort()
  const reads = await Promise.all(names.filter(name => name.startsWith('ifcfg-')).map(name => readLink(root, name, names)))
  const links = reads.map(read => read.link)
  const tables = await Promise.all(names.filter(name => /^if(?:route|rule)-/.test(name)).map(name => readTable(root, name)))
  return [
    ...names.flatMap(name => judgeName(name, names)),
    ...reads.flatMap(read => read.said),
    ...links.flatMap(link => judgeLink(link, links).map(line => `ifcfg-${link.name}: ${line}`)),
    ...tables.flat(),
  ]
}

/** netglot's own checker: wicked itself has no Debian package. */
export const consumers: readonly Consumer[] = [
  {
    target: 'suse@wicked-0.6',
    title: "netglot's own checker after the rules of wicked 0.6.80 (wicked has no Debian package)",
    judge: judgeSuse,
  },
]
