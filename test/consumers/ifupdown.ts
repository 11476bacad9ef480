import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Consumer } from './consumer.ts'
import { nativeOptions } from './ifupdown-options.ts'
import { commandNames, type InterfacesStanza, readInterfaces } from './interfaces-file.ts'
import { judgeDhclient, optionsOfHooks, shellSyntax } from './interfaces-hooks.ts'
import { complaints, runScript } from './run-program.ts'

/** Classic ifupdown: the file it parses, the options that nothing reads, and the commands as the shell sees them. */
export async function judgeIfupdown(root: string): Promise<readonly string[]> {
  const file = join(root, 'etc/network/interfaces')
  if (!existsSync(file)) return judgeDhclient(root)
  const stanzas = await readInterfaces(file)
  const [said, hooks, read] = await Promise.all([runScript('ifupdown-read.sh', [root]), judgeDhclient(root), optionsOfHooks()])
  return [...complaints(said), ...hooks, ...stanzas.flatMap(stanza => unread(stanza, read)), ...(await commandFaults(stanzas))]
}

/** The options of a stanza that neither ifupdown nor a hook script reads. */
const unread = ({ name, family, method, options }: InterfacesStanza, hooks: ReadonlySet<string>): readonly string[] => {
  const native = nativeOptions[`${family} ${method}`]
  if (native === undefined) return [`iface ${name} ${family} ${method}: no such method`]
  return options
    .filter(option => ![...native, ...commandNames].includes(option.name) && !hooks.has(option.name))
    .map(option => `line ${option.line}: nothing reads ${option.name} of iface ${name} ${family} ${method}`)
}

/** What the shell would refuse in the commands of stanzas. */
export async function commandFaults(stanzas: readonly InterfacesStanza[]): Promise<readonly string[]> {
  const commands = stanzas.flatMap(stanza => stanza.options).filter(option => commandNames.includes(option.name))
  const faults = await Promise.all(commands.map(({ line, value }) => shellSyntax(`line ${line}`, '-c', value)))
  return faults.flat()
}

/** ifupdown of Debian 12. */
export const consumers: readonly Consumer[] = [
  { target: 'ifupdown@0.8.41', title: 'ifquery and ifup --no-act 0.8.41, the hooks’ options, dash', judge: judgeIfupdown },
]
