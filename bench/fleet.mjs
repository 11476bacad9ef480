// node bench/fleet.mjs [HOSTS]: 10,000 of them, where `npm run bench` takes 2,000. What a fleet costs beside netplan's generator run for each host. The whole process counts, start and output included.
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { cpuOf, table } from './cpu.mjs'
import { host } from './descriptions.mjs'

const hosts = Number(process.argv[2] ?? 10_000)
const program = fileURLToPath(new URL('../dist/netglot.cjs', import.meta.url))
const generate = ['/usr/libexec/netplan/generate', '/usr/lib/netplan/generate'].find(path => existsSync(path))
if (generate === undefined) throw new Error('install netplan.io: bash scripts/install-test-tools.sh')
const folder = mkdtempSync(join(tmpdir(), 'netglot-fleet-'))

const put = (name, text) => {
  mkdirSync(join(folder, name, '..'), { recursive: true })
  writeFileSync(join(folder, name), text, { mode: 0o600 })
}
let runs = 0
/** Netglot ends with 0, or there is nothing to measure. Each run has a place of its own: to clear a folder of thousands takes longer than to fill it. */
const fleet = (out, ...args) =>
  cpuOf([['node', program, 'render', ...args, '-o', join(folder, `${++runs}${out}`)]], { rounds: 1, runs: 1 })[0] / hosts

try {
  put('peer/etc/netplan/host.yaml', host(7, false))
  for (let i = 0; i < hosts; i++) put(`hosts/host${i}.yaml`, host(i, true))
  const [peer] = cpuOf([[generate, '--root-dir', join(folder, 'peer')]], { rounds: 5, runs: 20 })
  const where = ['--fleet', join(folder, 'hosts')]
  const rows = [
    ['ifupdown, one archive, one thread', fleet('.tar', ...where, '-t', 'ifupdown', '--jobs', '1')],
    ...['ifupdown', 'netplan', 'networkd', 'suse'].flatMap(target => [
      [`${target}, one archive`, fleet('.tar', ...where, '-t', target)],
      [`${target}, folders`, fleet('-out', ...where, '-t', target)],
    ]),
  ]
  const shown = rows.map(([what, ms]) => [what, ms.toFixed(2), (peer / ms).toFixed(1)])
  console.log(
    table([
      [`per host of ${hosts}`, 'ms of processor', 'netplan’s generator takes x'],
      ['netplan’s generator in C', peer.toFixed(1), '1'],
      ...shown,
    ]),
  )
} finally {
  rmSync(folder, { recursive: true, force: true })
}
