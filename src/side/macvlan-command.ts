/** The command that adds one of those whom a macvlan in mode `source` hears. */
export const addSource = (device: string, kind: string, mac: string): string => `ip link set dev ${device} type ${kind} macaddr add ${mac}`
