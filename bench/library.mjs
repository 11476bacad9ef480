// Measures calls of the library in this process: `library.mjs warm | fleet TARGET FOLDER HOSTS | vlans TARGET COUNT`. Prints JSON.
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { render } from '../dist/index.js'
import { bridge, host, vlans } from './descriptions.mjs'

const used = () => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

const rendered = (text, target) => {
  const { targets, diagnostics } = render([{ name: 'bench.yaml', text }], { targets: [target], allowLoss: true })
  const [answer] = targets
  if (answer === undefined || answer.failed) throw new Error(diagnostics.map(({ message }) => message).join('\n'))
  return answer
}

const warm = () => {
  const targets = ['ifupdown', 'ifupdown2', 'ifupdown-ng', 'netplan', 'networkd', 'networkmanager', 'suse']
  return Object.fromEntries(
    targets.map(target => {
      // V8 is at work on code of this size for some thousand calls.
      for (let i = 0; i < 3000; i++) rendered(bridge, target)
      const before = used()
      for (let i = 0; i < 1000; i++) rendered(bridge, target)
      return [target, (used() - before) / 1000]
    }),
  )
}

/** Renders hosts and writes their files; the folders are there already for all but the first of a name. */
const fleet = (target, folder, hosts) => {
  const before = used()
  for (let i = 0; i < hosts; i++)
    for (const { path, content } of rendered(host(i, true), target).files) {
      const file = `${folder}/host${i}${path}`
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, content)
    }
  return { ms: (used() - before) / hosts, megabytes: peak() }
}

const large = (target, count) => {
  const text = vlans(count)
  const before = used()
  rendered(text, target)
  return { ms: used() - before, megabytes: peak() }
}

const peak = () => process.resourceUsage().maxRSS / 1024

const [what, target, ...rest] = process.argv.slice(2)
const measures = { warm, fleet: () => fleet(target, rest[0], Number(rest[1])), vlans: () => large(target, Number(rest[0])) }
console.log(JSON.stringify(measures[what]()))
