import * as z from 'zod/mini'
import { readIp } from '../../model/address.ts'
import { field } from '../field.ts'
import { mapping } from '../mapping.ts'
import { id, jsonForms, oneOf, scalar, words, yesNo } from '../scalars.ts'

const path = words('a path', 4096)
const pairs = (what: string, first: string, second: string) =>
  field(z.record(z.string(), words('a text', 1024)), what, [{ 'a-key': first }, { 'a-key': second }], { since: '0.100', default: 'none' })

/** What a record of any kind has in Open vSwitch’s database. */
const records = {
  'external-ids': pairs('What others, such as a controller, know the record by.', 'one', 'two'),
  'other-config': pairs('Settings that have no key of their own (ovs-vswitchd.conf.db(5)).', 'three', 'four'),
}

const protocols = field(
  z.array(oneOf('OpenFlow10', 'OpenFlow11', 'OpenFlow12', 'OpenFlow13', 'OpenFlow14', 'OpenFlow15', 'OpenFlow16')),
  'The versions of OpenFlow that a controller may speak; netplan passes over `OpenFlow16`.',
  [['OpenFlow13'], ['OpenFlow14', 'OpenFlow15']],
  { since: '0.100', default: 'those of Open vSwitch' },
)

const isPort = (text: string): boolean => /^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= 65_535
const isHost = (text: string): boolean => readIp(text.replace(/%[A-Za-z0-9._-]+$/, '')) !== undefined

/** The forms that netplan takes (its src/validation.c, validate_ovs_target). */
const isTarget = (text: string): boolean => {
  const [, scheme = '', rest = ''] = /^(p?tcp|p?ssl|p?unix):([!-~]*)$/.exec(text) ?? []
  if (scheme.endsWith('unix')) return true
  if (scheme.startsWith('p')) {
    const [, port = '', host] = /^([^:]*)(?::\[?([^[\]]*)\]?)?$/.exec(rest) ?? []
    return rest === '' || (isPort(port) && (host === undefined || isHost(host)))
  }
  const [, six, four = '', port = '6653'] = /^(?:\[([^[\]]*)\]|([^:[\]]*))(?::(.*))?$/.exec(rest) ?? []
  return scheme !== '' && isPort(port) && isHost(six ?? four)
}

const target = scalar<string>({
  expected: 'a controller such as tcp:192.0.2.1:6653, ssl:[2001:db8::1], ptcp:6653:192.0.2.1 or unix:/run/socket',
  read: text => (isTarget(text) ? text : undefined),
  json: { type: 'string', pattern: '^p?(tcp|ssl|unix):' },
})

const controller = mapping(() => ({
  addresses: field(z.array(target), 'The controllers.', [['tcp:192.0.2.1:6653'], ['unix:/run/openvswitch/controller.sock']], {
    since: '0.100',
    default: 'none',
  }),
  'connection-mode': field(oneOf('in-band', 'out-of-band'), 'By which way the controller is reached.', ['in-band', 'out-of-band'], {
    since: '0.100',
    default: 'left to Open vSwitch',
  }),
}))

export const ovs = mapping(() => records)

export const ovsBond = mapping(() => ({
  ...records,
  lacp: field(oneOf('active', 'passive', 'off'), 'LACP with the switch.', ['active', 'passive'], { since: '0.100', default: 'off' }),
}))

export const ovsBridge = mapping(() => ({
  ...records,
  'fail-mode': field(
    oneOf('secure', 'standalone'),
    'What is done without a controller: nothing, or what a plain switch does.',
    ['secure', 'standalone'],
    {
      since: '0.100',
      default: 'standalone',
    },
  ),
  'mcast-snooping': field(yesNo, 'Multicast goes only where somebody asked for it.', ['true', 'false'], {
    since: '0.100',
    default: 'false',
  }),
  rstp: field(yesNo, 'The rapid spanning tree protocol.', ['true', 'false'], { since: '0.100', default: 'false' }),
  protocols,
  controller: field(controller, 'Who decides where packets go.', [{}], { since: '0.100' }),
}))

const ssl = mapping(() => ({
  'ca-cert': field(path, 'The certificate of the authority, a file on the machine.', ['/etc/ovs/ca.pem', '/etc/ovs/ca2.pem'], {
    since: '0.100',
  }),
  certificate: field(path, 'The certificate of the machine, a file on it.', ['/etc/ovs/own.pem', '/etc/ovs/own2.pem'], { since: '0.100' }),
  'private-key': field(path, 'The key of the machine, a file on it.', ['/etc/ovs/own.key', '/etc/ovs/own2.key'], { since: '0.100' }),
}))

const pair = z.array(id).check(z.refine(list => list.length === 2, { params: { expected: 'a list of two names' } }))
jsonForms.set(pair, { type: 'array', items: { type: 'string' }, minItems: 2, maxItems: 2 })

export const ovsGlobal = mapping(() => ({
  ...records,
  protocols,
  ports: field(
    z.array(pair),
    'Patch ports, which join two bridges: each pair is a port of one and a port of the other.',
    [
      [
        ['patch0', 'patch1'],
        ['patch2', 'patch3'],
      ],
      [
        ['patch0', 'patch3'],
        ['patch2', 'patch1'],
      ],
    ],
    {
      since: '0.100',
      default: 'none',
    },
  ),
  ssl: field(ssl, 'Who the machine is to controllers by `ssl:` and `pssl:`.', [{}], { since: '0.100' }),
}))
