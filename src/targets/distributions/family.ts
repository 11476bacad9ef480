/** Distributions of one kin: how they call packages, and how they make their initramfs. */
export interface Family {
  /** What Debian’s packages are called there; none: it is part of what every machine has. Names that are not here are the same. */
  readonly packages: Readonly<Record<string, readonly string[]>>
  /** Makes the initramfs anew. */
  readonly initramfs: readonly string[]
  /** Folders that no machine of the kin has. */
  readonly lacks: RegExp | undefined
  /** Whether its NetworkManager comes without the plugin for Open vSwitch. */
  readonly lacksOvsPlugin?: true
}

const notDebian = /^\/etc\/(?:netplan|network)\//

export const debian: Family = { packages: {}, initramfs: ['update-initramfs', '-u'], lacks: undefined, lacksOvsPlugin: true }

/** As Debian, whose systemd-resolved became a package of its own later. */
export const ubuntu22: Family = { ...debian, packages: { 'systemd-resolved': [] } }

export const redHat: Family = {
  packages: {
    iproute2: ['iproute'],
    'network-manager': ['NetworkManager'],
    'NetworkManager-ovs': ['NetworkManager-ovs'],
    // NetworkManager's parts for radios and modems are packages of their own.
    modemmanager: ['NetworkManager-wwan', 'ModemManager'],
    'openvswitch-switch': ['openvswitch'],
    procps: ['procps-ng'],
    wpasupplicant: ['NetworkManager-wifi', 'wpa_supplicant'],
  },
  initramfs: ['dracut', '--force'],
  lacks: notDebian,
}

export const suseKin: Family = {
  packages: {
    iproute2: ['iproute2'],
    modemmanager: ['ModemManager'],
    'network-manager': ['NetworkManager'],
    'NetworkManager-ovs': ['NetworkManager-ovs'],
    'openvswitch-switch': ['openvswitch'],
    procps: ['procps'],
    wpasupplicant: ['wpa_supplicant'],
  },
  initramfs: ['dracut', '--force'],
  lacks: notDebian,
}

/** ifupdown-ng’s answer has Alpine’s names already. */
export const alpineKin: Family = { packages: {}, initramfs: ['mkinitfs'], lacks: /^\/etc\/netplan\// }

export const archKin: Family = {
  packages: {
    iproute2: ['iproute2'],
    modemmanager: ['modemmanager'],
    'network-manager': ['networkmanager'],
    // Its NetworkManager has the plugin already.
    'NetworkManager-ovs': [],
    'openvswitch-switch': ['openvswitch'],
    procps: ['procps-ng'],
    wpasupplicant: ['wpa_supplicant'],
    'systemd-resolved': [],
  },
  initramfs: ['mkinitcpio', '-P'],
  lacks: notDebian,
}
