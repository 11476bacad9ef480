/**
 * The options that classic ifupdown itself reads, by address family and method: interfaces(5) of 0.8.41, those that a description can lead
 * to. The parser takes every word, so a misspelt option would do nothing and nobody would say so.
 */
export const nativeOptions: Readonly<Record<string, readonly string[]>> = {
  'inet loopback': [],
  'inet static': ['address', 'gateway', 'metric', 'mtu', 'hwaddress', 'scope', 'pointopoint', 'broadcast'],
  'inet manual': ['mtu', 'hwaddress'],
  'inet dhcp': ['metric', 'hwaddress', 'hostname', 'client', 'vendor', 'leasetime'],
  'inet6 static': [
    'address',
    'gateway',
    'metric',
    'mtu',
    'hwaddress',
    'accept_ra',
    'autoconf',
    'privext',
    'scope',
    'preferred-lifetime',
    'dad-attempts',
    'dad-interval',
  ],
  'inet6 manual': ['mtu', 'hwaddress'],
  'inet6 auto': ['privext', 'accept_ra', 'dhcp', 'request_prefix', 'll-attempts', 'll-interval'],
  'inet6 dhcp': ['hwaddress', 'accept_ra', 'autoconf', 'request_prefix', 'll-attempts', 'll-interval'],
}
