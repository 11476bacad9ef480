/** The keys of netplan's YAML that netglot writes, in the order of netplan's documentation (netplan(5)). */
export const fileKeys = ['network'] as const

export const networkKeys = [
  'version',
  'renderer',
  'ethernets',
  'wifis',
  'modems',
  'dummy-devices',
  'virtual-ethernets',
  'bonds',
  'bridges',
  'vlans',
  'tunnels',
  'vrfs',
  'nm-devices',
  'openvswitch',
] as const

export const definitionKeys = [
  'match',
  'set-name',
  'wakeonlan',
  'wakeonwlan',
  'receive-checksum-offload',
  'transmit-checksum-offload',
  'tcp-segmentation-offload',
  'tcp6-segmentation-offload',
  'generic-segmentation-offload',
  'generic-receive-offload',
  'large-receive-offload',
  'emit-lldp',
  'renderer',
  'dhcp4',
  'dhcp6',
  'ipv6-mtu',
  'ipv6-privacy',
  'link-local',
  'ignore-carrier',
  'critical',
  'dhcp-identifier',
  'dhcp4-overrides',
  'dhcp6-overrides',
  'ra-overrides',
  'accept-ra',
  'neigh-suppress',
  'hairpin',
  'port-mac-learning',
  'addresses',
  'ipv6-address-generation',
  'ipv6-address-token',
  'nameservers',
  'macaddress',
  'mtu',
  'optional',
  'activation-mode',
  'routes',
  'routing-policy',
  'virtual-function-count',
  'embedded-switch-mode',
  'delay-virtual-functions-rebind',
  'infiniband-mode',
  'auth',
  'regulatory-domain',
  'auto-config',
  'apn',
  'username',
  'password',
  'number',
  'network-id',
  'device-id',
  'pin',
  'sim-id',
  'sim-operator-id',
  'access-points',
  'mode',
  'local',
  'remote',
  'ttl',
  'key',
  'mark',
  'id',
  'link',
  'type-of-service',
  'flow-label',
  'do-not-fragment',
  'port',
  'port-range',
  'peers',
  'mac-learning',
  'ageing',
  'limit',
  'arp-proxy',
  'short-circuit',
  'notifications',
  'checksums',
  'extensions',
  'peer',
  'table',
  'interfaces',
  'parameters',
  'openvswitch',
  'networkmanager',
] as const
export type DefinitionKey = (typeof definitionKeys)[number]

export const matchKeys = ['name', 'macaddress', 'driver'] as const

export const overrideKeys = [
  'use-dns',
  'use-ntp',
  'send-hostname',
  'use-hostname',
  'use-mtu',
  'hostname',
  'use-routes',
  'route-metric',
  'use-domains',
] as const
export type OverrideKey = (typeof overrideKeys)[number]

export const raOverrideKeys = ['use-dns', 'use-domains', 'table'] as const

export const tunnelKeyKeys = ['input', 'output'] as const

export const privateKeyKeys = ['private', 'private-key-flags'] as const

export const peerKeys = ['endpoint', 'keepalive', 'keys', 'allowed-ips'] as const

export const peerKeyKeys = ['public', 'shared'] as const

export const addressKeys = ['lifetime', 'label'] as const

export const nameserverKeys = ['search', 'addresses'] as const

export const accessPointKeys = ['password', 'auth', 'mode', 'bssid', 'band', 'channel', 'hidden', 'networkmanager'] as const

export const ovsKeys = [
  'ports',
  'ssl',
  'external-ids',
  'other-config',
  'lacp',
  'fail-mode',
  'mcast-snooping',
  'rstp',
  'protocols',
  'controller',
] as const
export const ovsSslKeys = ['ca-cert', 'certificate', 'private-key'] as const
export const ovsControllerKeys = ['addresses', 'connection-mode'] as const

export const managerKeys = ['uuid', 'name', 'passthrough'] as const

export const authKeys = [
  'key-management',
  'password',
  'method',
  'identity',
  'anonymous-identity',
  'ca-certificate',
  'client-certificate',
  'client-key',
  'client-key-password',
  'phase2-auth',
] as const

export const bondParameterKeys = [
  'mode',
  'lacp-rate',
  'mii-monitor-interval',
  'min-links',
  'transmit-hash-policy',
  'ad-select',
  'all-slaves-active',
  'all-members-active',
  'arp-interval',
  'arp-ip-targets',
  'arp-validate',
  'arp-all-targets',
  'up-delay',
  'down-delay',
  'fail-over-mac-policy',
  'gratuitous-arp',
  'packets-per-slave',
  'packets-per-member',
  'primary-reselect-policy',
  'resend-igmp',
  'learn-packet-interval',
  'primary',
] as const

export const parameterKeys = [
  'ageing-time',
  'priority',
  'port-priority',
  'forward-delay',
  'hello-time',
  'max-age',
  'path-cost',
  'stp',
] as const
