import { setFlagsFromString } from 'node:v8'

/** From so many hosts a thread on, code that V8 optimises soon earns more than that costs. */
const many = 4000

/**
 * Tells V8 to optimise soon, where a short run has it wait (scripts/v8-flags.cjs). Each thread does so when it has read the program: V8 takes no compiled
 * code that was made with other flags, and the launcher of the next thread sets them back until it has read its own. Node 22 and later are not told to wait.
 */
export function compileEarly(hostsOfThread: number): void {
  if (hostsOfThread >= many && process.versions.v8.startsWith('11.')) setFlagsFromString('--interrupt-budget=10000')
}
