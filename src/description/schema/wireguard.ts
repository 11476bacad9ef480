/** The modes of a tunnel that WireGuard brings, and the keys that only they have. */
export const wireguardModes = [] as const
export const wireguardKeys = {}
