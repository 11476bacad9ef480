import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { short } from '../../src/diagnostics/printers/short.ts'
import { render } from '../../src/index.ts'
import { answerJson } from '../answer-json.ts'
import { filesBelow, fixtures } from '../fixtures.ts'

/** Every fixture on every version of every target: whole root file systems, what goes with them, and what was said. Losses are golden too. */
for (const fixture of fixtures) {
  describe.each(fixture.spellings)(`${fixture.name} on %s`, spelling => {
    const { targets, diagnostics } = render(fixture.source, { ...fixture.options, targets: [spelling] })
    const answer = targets[0]
    const expected = join(fixture.folder, 'expected', spelling)

    test('gives the expected files', async () => {
      for (const file of answer?.files ?? []) await expect(file.content).toMatchFileSnapshot(join(expected, file.path))
    })

    test('says the expected things', async () => {
      if (answer !== undefined) await expect(answerJson(answer)).toMatchFileSnapshot(join(expected, 'answer.json'))
      await expect(diagnostics.map(d => `${short(d)}\n`).join('')).toMatchFileSnapshot(join(expected, 'diagnostics.txt'))
    })

    test('gives nothing else', () => {
      const extras = [...(answer === undefined ? [] : ['answer.json']), 'diagnostics.txt']
      const made = [...(answer?.files ?? []).map(file => file.path.slice(1)), ...extras].sort()
      expect(filesBelow(expected)).toEqual(made)
    })

    test('says where every line comes from', () => {
      for (const { lines, content } of answer?.files ?? []) {
        expect(lines.length).toBe(content.split('\n').length - 1)
        expect(lines.every(line => line.origins.length > 0 || line.why !== undefined)).toBe(true)
      }
    })
  })
}
