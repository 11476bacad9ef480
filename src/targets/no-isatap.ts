import { approximate } from './target.ts'

/** nm-device-ip-tunnel.c, create_and_realize: it knows all modes but this one. */
export const noIsatap = approximate(
  'NetworkManager reads the profile of an ISATAP tunnel, but can’t make the device; this is one of mode sit between the same two ends',
  'write `mode: sit`',
)
