import type { Obstacle } from '../targets/answer.ts'

/** It writes its file again for every new instance, with some clouds at every boot (its documentation, "Disabling network activation"). */
const advice =
  'cloud-init may write its file again, until /etc/cloud/cloud.cfg.d/99-disable-network-config.cfg says: network: {config: disabled}'

/** What else has to be done, so that what is in the way does not come back. */
export const adviceOn = ({ path }: Obstacle): string | undefined => (path.includes('cloud-init') ? advice : undefined)

/** What is in the way, with that, as the JSON output has it. */
export const withAdvice = (remove: readonly Obstacle[]): readonly (Obstacle & { readonly advice: string | null })[] =>
  remove.map(obstacle => ({ ...obstacle, advice: adviceOn(obstacle) ?? null }))
