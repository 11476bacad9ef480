import * as z from 'zod/mini'
import { field } from '../field.ts'
import { mapping } from '../mapping.ts'
import { scalar, words } from '../scalars.ts'

/** libnm refuses a profile whose UUID is spelled otherwise. */
const uuid = scalar<string>({
  expected: 'a UUID such as 626dd384-8b3d-3690-9511-192b2c79b3fd',
  read: text => (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text) ? text.toLowerCase() : undefined),
  json: { type: 'string', format: 'uuid' },
})

/** The empty text is a value as well. */
const anyText = scalar<string>({ expected: 'a text', read: text => text, json: { type: 'string' } })

/** What is said to NetworkManager alone. */
export const networkManager = mapping(() => ({
  name: field(words('a name', 255), 'What nmcli calls the profile.', ['office', 'home'], {
    since: '0.99',
    default: 'made of the name of the definition',
  }),
  uuid: field(
    uuid,
    'The UUID of the profile, by which NetworkManager remembers it.',
    ['626dd384-8b3d-3690-9511-192b2c79b3fd', 'db5f0f67-1f4c-4d59-8ab8-3d278389cf87'],
    { since: '0.99', default: 'made of the name of the profile' },
  ),
  'stable-id': field(
    words('a text', 255),
    'netplan reads it and writes it nowhere: say `connection.stable-id` in `passthrough`.',
    ['office', 'home'],
    { since: '0.99' },
  ),
  device: field(words('a name', 255), 'netplan reads it and writes it nowhere.', ['eth0', 'eth1'], { since: '0.99' }),
  passthrough: field(
    z.record(z.string(), anyText),
    'NetworkManager’s own settings, `GROUP.KEY: VALUE` as in nm-settings-keyfile(5). They go before what else is said of the device.',
    [{ 'connection.zone': 'home' }, { 'connection.zone': 'work' }],
    { since: '0.102' },
  ),
}))
