import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { complaints, runProgram, runScript } from './run-program.ts'

/** Debian's hook scripts, by the package they are of, and where its own name for an option stands: `$IF_BRIDGE_PORTS`. */
const hookScripts = [
  '/lib/bridge-utils/ifupdown.sh',
  '/etc/network/if-pre-up.d/ifenslave',
  '/etc/wpa_supplicant/ifupdown.sh',
  '/etc/wpa_supplicant/functions.sh',
  '/etc/network/if-up.d/ethtool',
  '/etc/network/if-pre-up.d/ethtool',
  '/etc/network/if-up.d/resolved',
]

/** The options that some hook script on this machine reads: `bridge-ports`. A name is told by hyphens, as netglot writes it. */
export async function optionsOfHooks(scripts: readonly string[] = hookScripts): Promise<ReadonlySet<string>> {
  const texts = await Promise.all(scripts.map(script => readFile(script, 'utf8')))
  const names = texts.flatMap(text =>
    [...text.matchAll(/\bIF_([A-Z0-9_]+)/g)].map(([, name = '']) => name.toLowerCase().replaceAll('_', '-')),
  )
  return new Set([...names, ...(texts.some(text => text.includes('gather_settings OFFLOAD_')) ? offloads : [])])
}

/** What ethtool's hook hands to `ethtool --offload` without knowing it: the words of ethtool(8) and the kernel's names. */
const offloads = ['rx', 'tx', 'gso', 'gro', 'lro', 'tx-tcp-segmentation', 'tx-tcp6-segmentation'].map(word => `offload-${word}`)

/** What dash says about commands of an interfaces file or about a whole script. */
export async function shellSyntax(label: string, ...args: readonly string[]): Promise<readonly string[]> {
  const { lines, status } = await runProgram('dash', ['-n', ...args])
  return status === 0 && lines.length === 0 ? [] : [`${label}: ${lines.join(' ')}`]
}

/** What dhclient says about the configurations and the hooks that are for it. */
export async function judgeDhclient(root: string): Promise<readonly string[]> {
  const folder = join(root, 'etc/dhcp')
  const names = (await readdir(folder).catch(() => [])).filter(name => name.endsWith('.conf'))
  const read =
    names.length === 0
      ? []
      : complaints(
          await runScript(
            'dhclient-read.sh',
            names.map(name => join(folder, name)),
          ),
        )
  return [...read, ...(await judgeHooks(root))]
}

/**
 * dhclient-script sources every hook that run-parts(8) lists, so a name it skips is a hook that never runs, and a fault in one ends the
 * script. Each is sourced here the way it would be, for an interface that is not its own, and must do nothing.
 */
async function judgeHooks(root: string): Promise<readonly string[]> {
  const folder = join(root, 'etc/dhcp/dhclient-enter-hooks.d')
  const names = await readdir(folder).catch(() => [])
  if (names.length === 0) return []
  const { lines: listed } = await runProgram('run-parts', ['--list', folder])
  const skipped = names.filter(name => !listed.includes(join(folder, name))).map(name => `run-parts skips ${name}`)
  const faults = await Promise.all(names.map(name => sourced(join(folder, name), name)))
  return [...skipped, ...faults.flat()]
}

const sourced = async (file: string, name: string): Promise<readonly string[]> => {
  const syntax = await shellSyntax(name, file)
  if (syntax.length > 0) return syntax
  const script = 'interface=another reason=BOUND new_routers=192.0.2.1; . "$1"; echo "$? $IF_METRIC $new_routers"'
  const { lines } = await runProgram('env', ['-i', 'dash', '-c', script, 'dash', file])
  return lines.join('\n') === '0  192.0.2.1' ? [] : [`${name} acts on another interface: ${lines.join(' ')}`]
}
