/** Where netglot notes below a root what it wrote there, a file a target. */
export const manifestFolder = '/var/lib/netglot'

export const manifestPath = (target: string): string => `${manifestFolder}/${target}.json`
