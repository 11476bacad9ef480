import { field } from '../field.ts'
import { mapping } from '../mapping.ts'
import { scalar, words, yesNo } from '../scalars.ts'
import { common, physical } from './common.ts'

const secret = { secret: true }

/** What libnm takes (NMSettingGsm, verify); anything else costs the profile. */
const apn = scalar<string>({
  expected: 'an access point name: 1 to 64 letters, digits, dots, dashes and underscores',
  read: text => (/^[A-Za-z0-9._-]{1,64}$/.test(text) ? text : undefined),
  json: { type: 'string', pattern: '^[A-Za-z0-9._-]{1,64}$' },
})

const operator = scalar<string>({
  expected: 'the numbers of country and operator, 5 or 6 digits',
  read: text => (/^\d{5,6}$/.test(text) ? text : undefined),
  json: { type: ['string', 'integer'], pattern: '^[0-9]{5,6}$' },
})

export const modem = mapping(() => ({
  ...common,
  ...physical,
  'auto-config': field(
    yesNo,
    'Let ModemManager find out what the network wants to know; so it is where neither `apn` nor `username` nor `password` is there.',
    ['true', 'false'],
    { default: 'true where nothing else is said', since: '0.99' },
  ),
  apn: field(apn, 'The access point name of the operator.', ['internet', 'web.example'], { since: '0.99', default: 'none' }),
  username: field(words('a name', 255), 'The user of the connection, where the operator wants one.', ['joe', 'jane'], {
    since: '0.99',
    default: 'none',
  }),
  password: field(words('a password', 255), 'The password of that user.', ['correct horse', 'battery'], {
    ...secret,
    since: '0.99',
    default: 'none',
  }),
  number: field(words('a number', 64), 'What is dialled.', ['*99#', '#778'], { default: '#777 for CDMA', since: '0.99' }),
  'network-id': field(operator, 'Only this network: the numbers of its country and operator.', ['24005', '310260'], {
    since: '0.99',
    default: 'any',
  }),
  'device-id': field(
    words('an id', 255),
    'Only this device, by the id that ModemManager gives it.',
    ['da812de91eec16620b06cd0ca5cbc7ea25245222', 'b0f5a02f2f8e4b9a8a17d6e7d3c1f0a9b8c7d6e5'],
    { since: '0.99', default: 'any' },
  ),
  pin: field(words('a PIN', 64), 'What unlocks the SIM.', ['2345', '5432'], { ...secret, since: '0.99', default: 'none' }),
  'sim-id': field(words('an id', 255), 'Only a device with this SIM, by its number.', ['89148000000060671234', '89148000000060671235'], {
    since: '0.99',
    default: 'any',
  }),
  'sim-operator-id': field(operator, 'Only a device whose SIM is of this operator.', ['310260', '24005'], {
    since: '0.99',
    default: 'any',
  }),
}))
