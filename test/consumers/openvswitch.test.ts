import { beforeAll, describe, expect, test } from 'vitest'
import { corpus } from '../differential/corpus.ts'
import { generateAll } from '../differential/read-netplan.ts'
import { renderOurs } from '../differential/read-ours.ts'
import { fixtures } from '../fixtures.ts'
import { type Database, databasesAfter, type Facts } from './ovs-database.ts'
import { pluginCommands } from './ovs-profiles.ts'
import { bootCommands, interfacesCommands } from './ovs-units.ts'
import { wickedCommands } from './ovs-wicked.ts'

/*
 * What every target has the real ovs-vsctl put into a real database of Open vSwitch at boot is the same, and what netplan's own units put there.
 */

const described = [...fixtures, ...corpus].filter(({ name }) => name.startsWith('openvswitch/'))
const targets = ['networkd', 'ifupdown', 'ifupdown2', 'ifupdown-ng', 'networkmanager', 'suse'] as const
const commandsOf = {
  networkd: bootCommands,
  ifupdown: interfacesCommands,
  ifupdown2: interfacesCommands,
  'ifupdown-ng': interfacesCommands,
  networkmanager: pluginCommands,
  suse: wickedCommands,
} as const

const text = String.raw`a "quoted" 'text' with $value, ;, * and \ at 50%`
/** ifupdown2 reads a backslash and a % otherwise than they stand there, and ifupdown-ng a backslash, and so they are lost. */
const lostIn: Readonly<Record<string, RegExp>> = { ifupdown2: /[\\%]/g, 'ifupdown-ng': /\\/g }
const textFor = (target: string): string => text.replaceAll(lostIn[target] ?? /$^/g, '')
const oddFor = (target: string) => ({
  name: 'odd texts',
  source: [
    {
      name: 'odd.yaml',
      text: `network: {bridges: {ovs0: {openvswitch: {external-ids: {"a key": ${JSON.stringify(textFor(target))}, quoted: '"'}}}}}`,
    },
  ],
})

const databases: Record<string, Database> = {}
const databaseOf = (side: string, name: string): Database => {
  const database = databases[`${side} ${name}`]
  if (database === undefined) throw new Error('it was not run')
  return database
}

beforeAll(async () => {
  const batch: Record<string, readonly string[]> = {}
  const generated = await generateAll(described, '1.1', 'networkd')
  for (const [i, entry] of described.entries()) batch[`netplan ${entry.name}`] = bootCommands(generated[i]?.files ?? [])
  for (const target of targets)
    for (const entry of [...described, oddFor(target)])
      batch[`${target} ${entry.name}`] = commandsOf[target](renderOurs(entry, target).files)
  Object.assign(databases, await databasesAfter(batch))
})

/** netplan tells the mode of a bridge's controllers by the bridge's name, by which ovs-vsctl finds no record where there are several. */
const netplanFails = /no row ".+" in table Controller|exit status 1 of ovs-vsctl set Controller /
const modeOf = /^Controller .* (connection_mode|external_ids)$/
/** MTU and MAC, which netplan tells networkd alone. */
const ofDevice = /^(Bridge \S+ other_config|Interface \S+ (mac|mtu_request))$/

/** To NetworkManager a VLAN is a port with a tag; only ovs-vsctl calls it a bridge of its own too. */
const fakeBridge = /^Port \S+ fake_bridge$/

const without = (facts: Facts, ...places: readonly RegExp[]): Facts =>
  Object.fromEntries(Object.entries(facts).filter(([place]) => !places.some(pattern => pattern.test(place))))

describe.each(targets)('%s', target => {
  // The % of a controller’s address is a loss for ifupdown2.
  test.each(described.filter(({ name }) => target !== 'ifupdown2' || name !== 'openvswitch/controller'))('$name', ({ name }) => {
    const [ours, theirs] = [databaseOf(target, name), databaseOf('netplan', name)]
    expect(ours.said).toEqual([])
    expect(ours.again, 'the second boot').toEqual(ours.facts)
    expect(theirs.said.filter(line => !netplanFails.test(line))).toEqual([])
    const beyond = [
      ...(target === 'networkmanager' ? [fakeBridge] : []),
      ...(theirs.said.length > 0 ? [modeOf] : []),
      ...(name === 'openvswitch/device' ? [ofDevice] : []),
    ]
    expect(without(ours.facts, ...beyond)).toEqual(without(theirs.facts, ...beyond))
  })

  test('MTU and MAC are Open vSwitch’s business', () => {
    expect(databaseOf(target, 'openvswitch/device').facts).toMatchObject({
      'Bridge ovs0 other_config': '{hwaddr="02:00:00:00:00:77"}',
      'Interface ovs0 mtu_request': '1400',
      'Interface vlan10 mac': '"02:00:00:00:00:78"',
      'Interface vlan10 mtu_request': '1300',
    })
  })

  test('each controller has its mode', () => {
    const { facts } = databaseOf(target, 'openvswitch/bridges')
    const modes = Object.entries(facts).filter(([place]) => place.endsWith(' connection_mode'))
    expect(modes.map(([, mode]) => mode)).toEqual(['"out-of-band"', '"out-of-band"'])
  })

  test('texts stay as they are', () => {
    const { said, facts } = databaseOf(target, 'odd texts')
    expect(said).toEqual([])
    const pairs = [`a key=${JSON.stringify(textFor(target))}`, ...(target in lostIn ? [] : [String.raw`quoted="\""`])]
    expect(facts['Bridge ovs0 external_ids']).toBe(`{${pairs.join(' ')}}`)
  })
})
