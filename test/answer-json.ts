import type { TargetAnswer } from '../src/index.ts'

/** An answer without the content of its files, for comparison with `expected/TARGET/answer.json`. */
export const answerJson = ({ target, version, files, links, services, requires, apply, remove }: TargetAnswer): string => {
  const heads = files.map(({ path, mode, owner, group, secret }) => ({ path, mode, owner, group, secret }))
  return `${JSON.stringify({ target, version, files: heads, links, services, requires, apply, remove }, null, 2)}\n`
}
