import type { Network } from '../../model/network.ts'
import type { Family } from './family.ts'

/** A file that the distribution, its installer or its images put there, and that fights with ours. */
export interface Shipped {
  /** `IFACE` stands for each described NIC and radio. */
  readonly path: string
  readonly why: string
  /** The targets that it is in the way of. */
  readonly of: readonly string[]
  /** The networks that it is in the way of; without it all are. */
  readonly onlyFor?: (network: Network) => boolean
}

/** A release of a distribution: the stack that it has, and in which version. */
export interface Release {
  readonly title: string
  readonly family: Family
  /** The target that the release’s name stands for. */
  readonly stack: string
  /** Why that one. */
  readonly because: string
  /** The targets that can be had there, each with the version that the release has of it. */
  readonly stacks: Readonly<Record<string, string>>
  /** Whose udev reads our .link files; undefined where there is none. */
  readonly systemd?: string
  /** NetworkManager, where netplan may write for it and it is no stack of its own. */
  readonly networkmanager?: string
  /** Where the versions come from. */
  readonly source: string
  /** The first minor release that is meant, where the ones before it have an older stack. */
  readonly firstMinor?: number
  /** Rebuilds and kin with the same versions. */
  readonly also?: readonly string[]
  readonly inTheWay?: readonly Shipped[]
  /** Whether it ships settings that let NetworkManager have radios and modems only. */
  readonly keepsNicsFromManager?: true
}

/** A release under the name that was asked for. */
export interface Distribution extends Release {
  readonly name: string
}
