import type { TargetAnswer } from '../src/index.ts'

/** An answer without the content of its files, for comparison with `expected/TARGET/answer.json`. */
export const answerJson = (answer: TargetAnswer): string => {
  const { target, version, distribution, stacks, files, links, services, requires, apply, remove } = answer
  const heads = files.map(({ path, mode, owner, group, secret }) => ({ path, mode, owner, group, secret }))
  return `${JSON.stringify({ target, version, distribution, ...(stacks.length > 1 ? { stacks } : {}), files: heads, links, services, requires, apply, remove }, null, 2)}\n`
}
