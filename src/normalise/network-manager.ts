import type { ManagerDescription } from '../description/schema/index.ts'
import { Leaf } from '../model/leaf.ts'
import type { ManagerSetting, ManagerSettings, Renderer } from '../model/network.ts'
import type { Place } from './place.ts'
import type { Scope } from './scope.ts'

/** What is said to NetworkManager alone, of a device or of one of its access points. */
export function managerSettings(
  d: Place<ManagerDescription> | undefined,
  id: string,
  renderer: Renderer,
  scope: Scope,
): ManagerSettings | undefined {
  if (d === undefined) return undefined
  if (renderer !== 'NetworkManager' && Object.keys(d.value).length > 0)
    scope.report.add('settings-without-manager', { id }, { place: { path: d.path, key: true } })
  for (const key of ['stable-id', 'device'] as const) {
    const leaf = d.leaf(key)
    if (leaf !== undefined) scope.noEffect(leaf, 'netplan reads it and writes it nowhere; `passthrough` takes any setting')
  }
  const settings = Object.entries(d.value.passthrough ?? {}).map(([name, value]) => setting(name, value, d, scope))
  return { name: d.leaf('name'), uuid: d.leaf('uuid'), passthrough: settings.filter(leaf => leaf !== undefined) }
}

/** Of two profiles with one UUID NetworkManager reads one alone, whichever comes first by name. */
export function refuseTwice(of: ManagerSettings | undefined, { report, uuids }: Scope): void {
  const uuid = of?.uuid
  if (uuid === undefined) return
  const [path = []] = uuid.origins
  const first = uuids.get(uuid.value)
  if (first === undefined) uuids.set(uuid.value, path)
  else
    report.add('uuid-twice', { uuid: uuid.value }, { place: { path }, related: [{ message: 'it is also here', place: { path: first } }] })
}

const setting = (name: string, value: string, d: Place<ManagerDescription>, scope: Scope): Leaf<ManagerSetting> | undefined => {
  const path = d.at('passthrough', name)
  const [group = '', key] = split(name)
  if (key === undefined) {
    scope.noEffect(new Leaf(value, [path]), 'a setting is called `GROUP.KEY`')
    return undefined
  }
  if (!isGroup(group) || !isKey(key)) scope.report.add('bad-setting', { name }, { place: { path, key: true } })
  return new Leaf({ group: aliases[group] ?? group, key, value }, [path], isSecret(group, key))
}

/** As netplan has it (its src/nm.c): a group may hold dots, a key may not, but the other way round in `tc`. */
const split = (name: string): readonly string[] => {
  const dot = name.startsWith('tc.') ? 2 : name.lastIndexOf('.')
  return dot < 0 ? [name] : [name.slice(0, dot), name.slice(dot + 1)]
}

/** GKeyFile takes no brackets in the name of a group, and more than these neither in that of a key; `#` would begin a comment. */
const isGroup = (group: string): boolean => /^[!-~]([ -~]*[!-~])?$/.test(group) && !/[[\]]/.test(group)
const isKey = (key: string): boolean => /^[!-~]([ -~]*[!-~])?$/.test(key) && !/^#|[[\]=]/.test(key)

/** Other names of the same groups: two of one meaning would be read one over the other. */
const aliases: Readonly<Record<string, string>> = {
  '802-3-ethernet': 'ethernet',
  '802-11-wireless': 'wifi',
  '802-11-wireless-security': 'wifi-security',
}

/** What libnm takes for a secret, and what VPN plugins keep as one. */
const isSecret = (group: string, key: string): boolean =>
  group === 'vpn-secrets' || /pass(word|phrase)|(^|[ -])(psk|pin|secret)$|private-key|preshared-key$|^wep-key\d$/i.test(key)
