// npm run bench: how long netglot takes, beside what else does the same, in ratios of one run. Prints the tables of docs/performance.md.
import { execFileSync, spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { cpuOf, table } from './cpu.mjs'
import { bridge, vlans } from './descriptions.mjs'
import { fresh, generator, netglot, put } from './place.mjs'

const beside = name => fileURLToPath(new URL(name, import.meta.url))
const render = (file, target, ...args) => ['node', netglot, 'render', file, '-t', target, ...args]
const times = (a, b) => (a / b).toFixed(2)

function start() {
  const file = put('bridge.yaml', bridge)
  const [, , small] = generator(bridge)
  const convert = ['devel', 'net-convert', '-p', file, '-k', 'yaml', '-d', fresh(), '-D', 'debian', '-O', 'eni']
  const rows = [
    ['`node -e 0`', ['node', '-e', '0']],
    ...['ifupdown', 'networkd', 'suse'].map(target => [`\`netglot render -t ${target}\``, render(file, target)]),
    ['`netplan generate`', ['netplan', 'generate', '--root-dir', small]],
    ['netplan’s generator in C', generator(bridge)],
    ['`cloud-init devel net-convert`', ['cloud-init', ...convert]],
  ]
  const cpu = cpuOf(
    rows.map(
      ([, words]) =>
        () =>
          words,
    ),
    { rounds: 5, runs: 4 },
  )
  return table([['one bridge', 'ms', 'x `node -e 0`'], ...rows.map(([name], i) => [name, cpu[i].toFixed(0), times(cpu[i], cpu[0])])])
}

/** One large host, the whole process, its files below an empty root; netglot's are also on the disk. */
function written() {
  const text = vlans(1000)
  const file = put('large.yaml', text)
  const targets = ['ifupdown', 'netplan', 'networkd', 'networkmanager', 'suse']
  const [peer, files, ...own] = cpuOf(
    [
      () => generator(text),
      () => ['node', beside('files.cjs'), fresh()],
      ...targets.map(target => () => render(file, target, '--root', fresh())),
    ],
    { rounds: 5, runs: 1 },
  )
  return table([
    ['1000 VLANs, each under a bridge, written below an empty root', 'ms', 'x netplan’s generator'],
    ['netplan’s generator in C', peer.toFixed(0), '1'],
    ['Node, that only makes networkd’s 4001 files', files.toFixed(0), times(files, peer)],
    ...targets.map((target, i) => [target, own[i].toFixed(0), times(own[i], peer)]),
  ])
}

/** How that grows, printed and not written. */
function growth() {
  const counts = [1000, 2000, 8000]
  const files = counts.map(count => put(`${count}.yaml`, vlans(count)))
  const rows = ['ifupdown', 'netplan', 'networkd', 'networkmanager'].flatMap(target => {
    const cpu = cpuOf(
      files.map(file => () => render(file, target)),
      { rounds: 3, runs: 1 },
    )
    return counts.map((count, i) => [
      target,
      2 * count,
      cpu[i].toFixed(0),
      (cpu[i] / count / 2).toFixed(2),
      peak(render(files[i], target).slice(1)),
    ])
  })
  return table([['a VLAN under each bridge, printed', 'interfaces', 'ms', 'ms an interface', 'MB at most'], ...rows])
}

/** The most memory that a program of Node's has taken, in megabytes. */
const peak = words =>
  spawnSync(process.execPath, ['--require', beside('peak.cjs'), ...words], { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] }).output[3]

function calls() {
  const found = JSON.parse(execFileSync(process.execPath, [beside('library.mjs')], { encoding: 'utf8' }))
  return table([['a warm call for one bridge', 'ms'], ...Object.entries(found).map(([target, ms]) => [target, ms.toFixed(2)])])
}

console.log([start(), written(), growth(), calls()].join('\n\n'))
