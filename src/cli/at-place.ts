import { systemReason } from './found.ts'
import { Unsafe } from './safe-path.ts'

/** Does something with a file, and names it in what the system says: that may know only a temporary name, or none. */
export const atPlace = <T>(file: string, action: () => T): T => {
  try {
    return action()
  } catch (error) {
    const why = systemReason(error)
    throw why === undefined ? error : new Unsafe(file, why)
  }
}
