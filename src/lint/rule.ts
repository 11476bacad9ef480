import type { Report } from '../diagnostics/report.ts'
import type { Network } from '../model/network.ts'

/** One mistake that a description can hold though every key is right. It looks at the model and reports. */
export type Rule = (network: Network, report: Report) => void
