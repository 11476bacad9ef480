import { spec } from '../spec.ts'

export interface LossParams {
  readonly target: string
  readonly field: string
  readonly why: string
  readonly remedy: string
}

/** NG5xxx: what a target can't say. Errors unless allowed. */
export const loss = {
  'lost-absent': spec<LossParams>({
    code: 'NG5001',
    severity: 'error',
    message: p => `${p.target} can't express ${p.field}: ${p.why}`,
    hint: p => p.remedy,
  }),
  'lost-value': spec<LossParams>({
    code: 'NG5002',
    severity: 'error',
    message: p => `${p.target} can't take this value of ${p.field}: ${p.why}`,
    hint: p => p.remedy,
  }),
  'lost-version': spec<LossParams>({
    code: 'NG5003',
    severity: 'error',
    message: p => `${p.target} is too old for ${p.field}: ${p.why}`,
    hint: p => p.remedy,
  }),
  'lost-conflict': spec<LossParams>({
    code: 'NG5004',
    severity: 'error',
    message: p => `${p.target} can't have ${p.field} together with the rest: ${p.why}`,
    hint: p => p.remedy,
  }),
  'lost-approximate': spec<LossParams>({
    code: 'NG5101',
    severity: 'error',
    message: p => `${p.target} expresses ${p.field} only roughly: ${p.why}`,
    hint: p => p.remedy,
  }),
  'unneeded-allowance': spec<{ allowance: string }>({
    code: 'NG5901',
    severity: 'warning',
    message: p => `nothing needs the allowance ${p.allowance}`,
    hint: () => 'take it out: a loss that comes later would be allowed unseen',
  }),
}
