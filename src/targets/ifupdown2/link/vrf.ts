import { word } from '../../interfaces/format.ts'
import { vrfTable } from '../../interfaces/vrf.ts'
import { made } from './made.ts'

/**
 * Commands make the VRF: with `vrf-table` ifupdown2 takes the tables 1001 to 5000 alone and moves the kernel's own rules (addons/vrf.py). A member
 * says whose it is all the same, or that addon takes it out again.
 */
export const vrf = vrfTable(made, (member, name, leaf) => member.stanzas.first.option('vrf', word.print(name), leaf))
