// node bench/fleet.mjs [HOSTS]: 10,000 of them, where `npm run bench` takes 2,000. What a fleet costs beside netplan's generator run for each host, on its own root. The whole process counts, start and output included.
import { join } from 'node:path'
import { cpuOf, table } from './cpu.mjs'
import { host } from './descriptions.mjs'
import { folder, fresh, generator, netglot, put } from './place.mjs'

const hosts = Number(process.argv[2] ?? 10_000)
for (let i = 0; i < hosts; i++) put(`hosts/host${i}.yaml`, host(i, true))
const [peer] = cpuOf([i => generator(host(i, false))], { rounds: 4, runs: 100 })

/** One round of folders: to clear one of thousands takes longer than to fill it. */
const fleet = (ending, ...args) => {
  const words = () => ['node', netglot, 'render', '--fleet', join(folder, 'hosts'), ...args, '-o', `${fresh()}${ending}`]
  return cpuOf([words], { rounds: ending === '' ? 1 : 4, runs: 1 })[0] / hosts
}

const rows = [
  ...['ifupdown', 'networkd'].flatMap(target => [
    [`${target}, one archive, one thread`, fleet('.tar', '-t', target, '--jobs', '1')],
    [`${target}, folders, one thread`, fleet('', '-t', target, '--jobs', '1')],
  ]),
  ...['ifupdown', 'netplan', 'networkd', 'suse'].flatMap(target => [
    [`${target}, one archive`, fleet('.tar', '-t', target)],
    [`${target}, folders`, fleet('', '-t', target)],
  ]),
]
console.log(
  table([
    [`per host of ${hosts}`, 'ms of processor', 'netplan’s generator takes x'],
    ['netplan’s generator in C', peer.toFixed(1), '1'],
    ...rows.map(([what, ms]) => [what, ms.toFixed(2), (peer / ms).toFixed(1)]),
  ]),
)
