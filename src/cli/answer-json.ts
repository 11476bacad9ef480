import type { TargetAnswer } from '../targets/render-target.ts'

/** An answer as the JSON output has it. */
export const answerJson = ({ target, version, failed, files, links, services, requires, apply, remove }: TargetAnswer): object => ({
  target,
  version,
  failed,
  files: files.map(({ path, mode, owner, group, secret, content }) => ({ path, mode, owner, group, secret, content })),
  links,
  services,
  requires,
  apply,
  remove,
})
