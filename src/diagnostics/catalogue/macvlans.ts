import { spec } from '../spec.ts'

export interface Beside {
  readonly id: string
  readonly first: string
  readonly link: string
}

/** NG3381 to NG3388: macvlans, macvtaps and ipvlans, and what they are made on. */
export const macvlans = {
  'unfit-link': spec<{ id: string; link: string; why: string; remedy: string }>({
    code: 'NG3381',
    severity: 'error',
    message: p => `${p.id} can't be made on ${p.link}: ${p.why}`,
    hint: p => p.remedy,
  }),
  'link-is-port': spec<{ id: string; link: string; controller: string }>({
    code: 'NG3382',
    severity: 'error',
    message: p => `${p.id} can't be made on ${p.link}: what comes in there is for ${p.controller}, which has ${p.link} as a port`,
    hint: p => `write \`link: ${p.controller}\`, or take ${p.link} out of ${p.controller}`,
  }),
  'macvtap-as-port': spec<{ id: string; controller: string }>({
    code: 'NG3383',
    severity: 'error',
    message: p => `${p.id} can't be a port of ${p.controller}: what comes in by a macvtap is for the program that has it open`,
    hint: () => 'take one below `taps` for a guest behind a bridge; a macvtap stands in place of the bridge',
  }),
  'two-takers': spec<Beside>({
    code: 'NG3384',
    severity: 'error',
    message: p => `${p.id} and ${p.first} can't both be on ${p.link}: one of them is an ipvlan, and the other has a MAC of its own`,
    hint: p => `make both of one kind, or one of them on another device than ${p.link}`,
  }),
  'passthru-alone': spec<Beside & { alone: string }>({
    code: 'NG3385',
    severity: 'error',
    message: p => `${p.id} and ${p.first} can't both be on ${p.link}: ${p.alone} is in mode passthru, which gives it the whole device`,
    hint: () => 'write `mode: bridge` for both, or make one of them on another device',
  }),
  'passthru-mac': spec<{ id: string; link: string }>({
    code: 'NG3386',
    severity: 'error',
    message: p => `${p.id} can't have a MAC of its own: in mode passthru it has that of ${p.link}`,
    hint: p => `write \`macaddress\` at ${p.link}, or take another mode`,
  }),
  'ipvlan-modes': spec<Beside & { key: string; value: string }>({
    code: 'NG3387',
    severity: 'error',
    message: p => `${p.id} has another ${p.key} than ${p.first}, and ${p.link} has one for all ipvlans on it`,
    hint: p => `write \`${p.key}: ${p.value}\` for ${p.id} too, or another one for all`,
  }),
  'same-mac': spec<{ id: string; first: string; mac: string }>({
    code: 'NG3388',
    severity: 'error',
    message: p => `${p.id} can't have the MAC ${p.mac}: ${p.first} has it, and the kernel tells what is on one device apart by MAC`,
    hint: p => `write another MAC for ${p.id}; where a DHCP reservation goes by that MAC, move the reservation`,
  }),
}
