// Measures warm calls of the library, in milliseconds of processor time. Prints JSON.
import { render } from '../dist/index.js'
import { bridge } from './descriptions.mjs'

const used = () => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

const call = target => {
  const { targets, diagnostics } = render([{ name: 'bench.yaml', text: bridge }], { targets: [target], allowLoss: true })
  const [answer] = targets
  if (answer === undefined || answer.failed) throw new Error(diagnostics.map(({ message }) => message).join('\n'))
}

const targets = ['ifupdown', 'ifupdown2', 'ifupdown-ng', 'netplan', 'networkd', 'networkmanager', 'suse']
// V8 is at work on code of this size for some thousand calls.
for (let i = 0; i < 3000; i++) for (const target of targets) call(target)
const measured = targets.map(target => {
  const before = used()
  for (let i = 0; i < 1000; i++) call(target)
  return [target, (used() - before) / 1000]
})
console.log(JSON.stringify(Object.fromEntries(measured)))
