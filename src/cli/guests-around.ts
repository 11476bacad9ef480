import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { TargetAnswer } from '../targets/render-target.ts'
import type { Devices } from './described.ts'
import { guestsFiltered } from './guests-filtered.ts'
import { guestsTaken } from './guests-taken.ts'

/** What else below a root costs guests their network, although no file of the answers meets it. */
export const guestsAround = (answers: readonly TargetAnswer[], devices: () => Devices, root: string): readonly Diagnostic[] => [
  ...guestsFiltered(devices, root),
  ...guestsTaken(answers, devices, root),
]
