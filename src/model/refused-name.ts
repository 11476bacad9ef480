/**
 * Why a text can't be the name of an interface; undefined when it can.
 * The kernel takes more (net/core/dev.c, dev_valid_name); this is what every target takes: systemd-networkd refuses `:`, `/`, `%` and all
 * digits, wicked wants a letter or a digit first, and a shell must never see more than these characters.
 */
export function refusedName(name: string): string | undefined {
  if (name.length > 15) return `it has ${name.length} characters, and the kernel takes 15`
  if (!/^[A-Za-z0-9._-]+$/.test(name)) return 'it has characters other than ASCII letters, digits, dots, dashes and underscores'
  if (!/^[A-Za-z0-9]/.test(name)) return 'it begins with neither a letter nor a digit'
  if (/^\d+$/.test(name)) return 'a number alone would be taken for an interface index'
  return name === 'all' || name === 'default' ? 'the kernel uses this word for all interfaces in its sysctls' : undefined
}
