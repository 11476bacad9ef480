import { setFlagsFromString } from 'node:v8'

/** From so many hosts a thread on, code that V8 optimises early earns more than that costs. */
const many = 6000

/**
 * Tells V8 to optimise less: each thread compiles for itself, and for a few thousand hosts that takes as long as the hosts do. Of what is called from
 * a function less goes into its code; with few hosts a function has to be in use for longer before it is optimised. It holds for code that is compiled
 * from now on, in all threads.
 */
export function compileLess(hostsOfThread: number): void {
  setFlagsFromString('--max-inlined-bytecode-size=100')
  setFlagsFromString('--max-inlined-bytecode-size-cumulative=200')
  if (hostsOfThread < many) setFlagsFromString('--interrupt-budget=400000')
}
