import { visible } from '../../diagnostics/printers/paint.ts'
import type { FileDiff } from './file-diff.ts'

/** The difference of one file as text, as diff -u has it; what a unified diff has no words for stands before it, where patch(1) passes over it. */
export function diffText({ file, change, touch, mode, owner, link, diff, noText }: FileDiff): string {
  const name = visible(file)
  const notes = [
    touch === null ? undefined : touches[touch],
    change === 'remove' ? 'the description has no such file any more: --prune removes it' : undefined,
    mode === null ? undefined : `mode ${mode.join(' -> ')}`,
    owner === null ? undefined : `owner ${owner.join(' -> ')}`,
    link?.[0] == null ? undefined : `a symbolic link to ${visible(link[0])} is there`,
    link?.[1] == null ? undefined : `becomes a symbolic link to ${visible(link[1])}`,
    noText ?? undefined,
  ].filter(note => note !== undefined)
  const head = `--- ${change === 'create' ? '/dev/null' : name}\n+++ ${change === 'remove' ? '/dev/null' : name}\n`
  return `${notes.map(note => `# ${name}: ${note}\n`).join('')}${diff === '' ? '' : head}${diff}`
}

const touches: Readonly<Record<NonNullable<FileDiff['touch']>, string | undefined>> = {
  untouched: undefined,
  edited: 'it was changed since netglot wrote it',
  unknown: 'netglot made it, and no manifest tells whether it was changed since',
  foreign: 'netglot did not write it',
}
