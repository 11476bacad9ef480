import type { Reporter, TestModule } from 'vitest/node'

/** Prints `N passed, N failed` as the very last line. With CI=true a skipped test is a failure: there nothing may go unproven. */
export default class CountReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const tests = modules.flatMap(module => [...module.children.allTests()])
    const count = (state: string): number => tests.filter(test => test.result().state === state).length
    const skipped = count('skipped') + count('pending')
    // A module that can't be loaded and an error outside of every test have no test that would fail for them.
    const broken = modules.filter(module => module.errors().length > 0).length + errors.length
    const refused = process.env.CI === 'true' ? skipped : 0
    if (refused > 0) process.exitCode = 1
    const line = `${count('passed')} passed, ${count('failed') + broken + refused} failed`
    // vitest's own reporters and its shutdown may still print.
    process.once('exit', () => process.stdout.write(`${skipped > 0 ? `${skipped} skipped\n` : ''}${line}\n`))
  }
}
