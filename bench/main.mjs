// npm run bench: how long netglot takes, beside what else does the same, in ratios of one run. Prints the tables of docs/performance.md.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { cpuOf, table } from './cpu.mjs'
import { bridge, host, vlans } from './descriptions.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const netglot = join(root, 'dist/netglot.cjs')
const generate = ['/usr/libexec/netplan/generate', '/usr/lib/netplan/generate'].find(path => existsSync(path))
if (generate === undefined) throw new Error('install netplan.io: bash scripts/install-test-tools.sh')
const folder = mkdtempSync(join(tmpdir(), 'netglot-bench-'))

const put = (name, text) => {
  const file = join(folder, name)
  mkdirSync(join(file, '..'), { recursive: true })
  writeFileSync(file, text, { mode: 0o600 })
  return file
}
/** A root with one description for netplan. */
const rootOf = (name, text) => join(put(`${name}/etc/netplan/bench.yaml`, text), '../../..')
const library = (...args) =>
  JSON.parse(execFileSync(process.execPath, [join(root, 'bench/library.mjs'), ...args.map(String)], { encoding: 'utf8' }))
const least = (runs, measure) => Array.from({ length: runs }, measure).reduce((a, b) => (a.ms < b.ms ? a : b))
const times = (a, b) => `${(a / b).toFixed(2)}`

function start() {
  const file = put('bridge.yaml', bridge)
  const small = rootOf('small', bridge)
  const rows = [
    ['`node -e 0`', ['node', '-e', '0']],
    ...['ifupdown', 'networkd', 'suse'].map(t => [`\`netglot render -t ${t}\``, ['node', netglot, 'render', file, '-t', t]]),
    ['`netplan generate`', ['netplan', 'generate', '--root-dir', small]],
    ['netplan’s generator in C', [generate, '--root-dir', small]],
    [
      '`cloud-init devel net-convert`',
      ['cloud-init', 'devel', 'net-convert', '-p', file, '-k', 'yaml', '-d', join(folder, 'convert'), '-D', 'debian', '-O', 'eni'],
    ],
  ]
  const cpu = cpuOf(
    rows.map(([, argv]) => argv),
    { rounds: 5, runs: 4 },
  )
  return table([['one bridge', 'ms', 'x `node -e 0`'], ...rows.map(([name], i) => [name, cpu[i].toFixed(0), times(cpu[i], cpu[0])])])
}

function fleet() {
  const [peer] = cpuOf([[generate, '--root-dir', rootOf('host', host(7, false))]], { rounds: 5, runs: 20 })
  const rows = ['ifupdown', 'netplan', 'networkd', 'networkmanager', 'suse'].map(target => {
    const { ms, megabytes } = least(2, () => library('fleet', target, mkdtempSync(join(folder, 'out-')), 2000))
    return [target, ms.toFixed(2), times(peer, ms), megabytes.toFixed(0)]
  })
  return table([
    ['per host of 2000, files written', 'ms', 'netplan’s generator takes x', 'MB at most'],
    ['netplan’s generator in C', peer.toFixed(1), '1', ''],
    ...rows,
  ])
}

function large() {
  const [peer] = cpuOf([[generate, '--root-dir', rootOf('large', vlans(1000))]], { rounds: 3, runs: 1 })
  const rows = ['ifupdown', 'netplan', 'networkd', 'networkmanager'].flatMap(target =>
    [1000, 2000, 8000].map(count => {
      const { ms, megabytes } = least(3, () => library('vlans', target, count))
      return [target, 2 * count, ms.toFixed(0), (ms / count / 2).toFixed(2), megabytes.toFixed(0)]
    }),
  )
  return table([
    ['a VLAN under each bridge', 'interfaces', 'ms', 'ms an interface', 'MB at most'],
    ['netplan’s generator in C', 2000, peer.toFixed(0), (peer / 2000).toFixed(2), ''],
    ...rows,
  ])
}

function calls() {
  const found = Object.entries(library('warm')).map(([target, ms]) => [target, ms.toFixed(2)])
  return table([['a warm call for one bridge', 'ms'], ...found])
}

try {
  console.log([start(), fleet(), large(), calls()].join('\n\n'))
} finally {
  rmSync(folder, { recursive: true, force: true })
}
