import { spec } from '../spec.ts'

/** NG326x: what is for NetworkManager alone. */
export const networkManager = {
  'settings-without-manager': spec<{ id: string }>({
    code: 'NG3261',
    severity: 'error',
    message: p => `\`networkmanager\` of ${p.id} speaks to NetworkManager, and the renderer is networkd`,
    hint: () => 'add `renderer: NetworkManager` to the definition, or take `networkmanager` out',
  }),
  'bad-setting': spec<{ name: string }>({
    code: 'NG3262',
    severity: 'error',
    message: p => `"${p.name}" can't be the name of a setting of NetworkManager`,
    hint: () => 'write GROUP.KEY in printable ASCII without brackets, as nm-settings-keyfile(5) has it',
  }),
  'modem-without-manager': spec<{ id: string }>({
    code: 'NG3264',
    severity: 'error',
    message: p => `${p.id} is a modem, which takes NetworkManager, and the renderer is networkd`,
    hint: () => 'add `renderer: NetworkManager` to the definition',
  }),
  'nm-device-without-type': spec<{ id: string }>({
    code: 'NG3265',
    severity: 'error',
    message: p => `nothing says what kind of profile ${p.id} is`,
    hint: () => 'add `networkmanager: {passthrough: {connection.type: …}}`, such as vpn or dummy',
  }),
  'uuid-twice': spec<{ uuid: string }>({
    code: 'NG3263',
    severity: 'error',
    message: p => `two profiles would have the UUID ${p.uuid}, and NetworkManager reads one of them only`,
    hint: () => 'give each device and each access point a UUID of its own, or none',
  }),
}
