/** What a value is once it has been read, as the template of a recipe takes it: texts that are YAML scalars already. */
export type View = string | { readonly [key: string]: string }

/** One kind of value that people give a recipe. */
export interface Kind {
  /** What a right value is, as it fits into "it must be …". */
  readonly expected: string
  /** What the template gets; undefined when the text is no such value. */
  readonly read: (text: string) => View | undefined
  /** The devices that there will be because of it, which have to differ from all others. */
  readonly devices: (text: string) => readonly string[]
}

/** What a recipe asks for. It is an option of `netglot init` of that name. */
export interface Parameter {
  readonly name: string
  /** What it is, in a few words. */
  readonly about: string
  readonly kind: Kind
  /** Several with commas between. */
  readonly list: boolean
  /** May be `none`. */
  readonly optional: boolean
  /** It is not to be seen by others: a password. */
  readonly secret: boolean
  /** What stands there when nobody says otherwise. */
  readonly default: string
  /** Whether that is an example only, in the place of which everybody has to put a value of their own. */
  readonly own: boolean
}

/** A ready description for a usual problem: a text with comments (templates/recipes/NAME.hbs) and what it asks for. */
export interface Recipe {
  readonly name: RecipeName
  readonly title: string
  /** When to take it, in a sentence or two. */
  readonly about: string
  readonly parameters: readonly Parameter[]
  /** Devices that it has in any case, beside those that parameters name. */
  readonly devices: readonly string[]
}

export type RecipeName =
  | 'bridge-dhcp'
  | 'bridge-static'
  | 'bridge-taps'
  | 'rename'
  | 'wifi-4addr'
  | 'wifi-routed'
  | 'hoster-routed'
  | 'hoster-proxy-arp'
  | 'bond-vlans'
  | 'vlan-aware-bridge'
  | 'libvirt-host'
  | 'incus-host'
  | 'proxmox-host'
  | 'wireguard-site'
  | 'vrf'
