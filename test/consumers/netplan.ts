import { access, cp, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Consumer } from './consumer.ts'
import { debian13 } from './debian-13.ts'
import { judgeNetworkd } from './networkd.ts'
import { judgeNetworkManager } from './networkmanager.ts'
import { complaints, runScript } from './run-program.ts'
import { judgeWpaSupplicant } from './wpa-supplicant.ts'

/** Folders with other programs than this machine's. */
interface Other {
  readonly netplan: string
  readonly systemd: string
  readonly networkManager: string
}

/** What NetworkManager says about the profiles that netplan generated below `root`. netplan leaves their UUIDs to NetworkManager. */
async function judgeProfiles(root: string, system?: string): Promise<readonly string[]> {
  const elsewhere = join(root, 'profiles')
  await cp(join(root, 'run/NetworkManager'), join(elsewhere, 'etc/NetworkManager'), { recursive: true }).catch(() => {})
  return (await judgeNetworkManager(elsewhere, system)).filter(line => !line.includes('[connection] uuid: is missing'))
}

/** Drop-ins for files that netplan does not generate: nobody reads those. */
async function dangling(root: string): Promise<readonly string[]> {
  const names = await readdir(join(root, 'etc/systemd/network')).catch(() => [])
  const missing: string[] = []
  for (const name of names.filter(name => /^10-netplan-.*\.d$/.test(name))) {
    await access(join(root, 'run/systemd/network', name.replace(/\.d$/, ''))).catch(() => missing.push(name))
  }
  return missing.map(name => `/etc/systemd/network/${name}: netplan generates no such file`)
}

/** netplan gives every IPv6 route without a gateway a scope, which the kernel has none of, and can't be told otherwise. */
const itsOwn = /Scope= is specified for IPv6 route/

/** 0.106 says so of everything below `nm-devices`, whatever it is. */
const ofEach = /handling NetworkManager passthrough device, settings are not fully supported/

/** What networkd says of a port whose bridge or bond it has not, where netplan has Open vSwitch make that: netplan names it there all the same. */
async function ofSwitch(into: string): Promise<(line: string) => boolean> {
  const units: readonly string[] = await readdir(join(into, 'run/systemd/system')).catch(() => [])
  return line => {
    const [, name] = /: (\S+) NetDev could not be found, ignoring assignment\.$/.exec(line) ?? []
    return name !== undefined && units.includes(`netplan-ovs-${name}.service`)
  }
}

/** netplan 0.106 lets all read the keys of WireGuard (CVE-2022-4968), and networkd says so. */
const keysForAll = /\/run\/systemd\/network\/10-netplan-[^/]*\.netdev has 0644 mode that is too permissive/

/** What netglot warns of itself (NG4322 to NG4324), and netplan takes all the same. */
const warnsToo =
  /WARNING.*(?:missing 'key' property \(private key\) for wireguard|'allowed-ips' is required for wireguard peers|at least one peer is required)\.?$/

/** What netplan says about `root`, and then what the programs say that read what it generated. */
async function judgeNetplan(root: string, other?: Other): Promise<readonly string[]> {
  const into = await mkdtemp(join(tmpdir(), 'netglot-netplan-'))
  try {
    const run = await runScript('netplan-generate.sh', [root, into, ...(other === undefined ? [] : [other.netplan])])
    const generated = complaints(run).filter(line => !ofEach.test(line) && !warnsToo.test(line))
    if (generated.length > 0) return generated
    const isOfSwitch = await ofSwitch(into)
    return [
      ...(await dangling(into)),
      ...(await judgeNetworkd(into, other?.systemd)).filter(
        line => ![itsOwn, keysForAll].some(known => known.test(line)) && !isOfSwitch(line),
      ),
      ...complaints(await runScript('link-read.sh', [into, ...(other === undefined ? [] : [other.systemd])])),
      ...(await judgeProfiles(into, other?.networkManager)),
      ...(await judgeWpaSupplicant(join(into, 'run/netplan'))),
    ]
  } finally {
    await rm(into, { recursive: true })
  }
}

/** netplan itself, and the programs it writes for. */
export const consumers: readonly Consumer[] = [
  { target: 'netplan@0.106', title: 'netplan generate 0.106 and systemd-networkd 252', judge: root => judgeNetplan(root) },
  {
    target: 'netplan@1.1',
    title: 'netplan generate 1.1 and systemd-networkd 257 (of Debian 13)',
    judge: async root =>
      judgeNetplan(root, {
        netplan: await debian13('netplan.io'),
        systemd: await debian13('systemd', 'udev'),
        networkManager: await debian13('network-manager', 'python3-gi', 'gir1.2-nm-1.0'),
      }),
  },
]
