/** The modes of a tunnel that VXLAN brings, and the keys that only they have. */
export const vxlanModes = [] as const
export const vxlanKeys = {}
