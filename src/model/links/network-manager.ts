import type { Leaf } from '../leaf.ts'

/** A setting in NetworkManager's own words (nm-settings-keyfile(5)). */
export interface ManagerSetting {
  readonly group: string
  /** `_`: the group is there, and empty. */
  readonly key: string
  readonly value: string
}

/** What is said of a profile of NetworkManager itself, and to it alone. */
export interface ManagerSettings {
  /** What nmcli calls the profile. */
  readonly name: Leaf<string> | undefined
  readonly uuid: Leaf<string> | undefined
  /** They go before what else the description says. */
  readonly passthrough: readonly Leaf<ManagerSetting>[]
}

/** The key of a group that is there without any. */
export const emptyGroup = '_'

/** What the profile says by a setting of that name, if it does. */
export const settingOf = (settings: ManagerSettings | undefined, name: string): Leaf<ManagerSetting> | undefined =>
  settings?.passthrough.find(({ value: { group, key } }) => `${group}.${key}` === name)
