import type { TargetAnswer } from '../targets/render-target.ts'
import { withAdvice } from './cloud-init.ts'

/** An answer as the JSON output has it. */
export const answerJson = (answer: TargetAnswer): object => {
  const { target, version, distribution, stacks, failed, files, links, services, requires, apply, remove } = answer
  return {
    target,
    version,
    distribution,
    stacks,
    failed,
    files: files.map(({ path, mode, owner, group, secret, content }) => ({ path, mode, owner, group, secret, content })),
    links,
    services,
    requires,
    apply,
    remove: withAdvice(remove),
  }
}
