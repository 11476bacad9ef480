import { defineConfig } from 'vitest/config'

/** The layers of proof, fast to slow; `npm test` runs all of them. */
export default defineConfig({
  test: {
    // Most consumers are given a second or two and do little in it: three at a time keep two processors busy.
    maxConcurrency: 3,
    reporters: ['default', './test/count-reporter.ts'],
    projects: [
      { test: { name: 'unit', include: ['src/**/*.test.ts', 'test/unit/**/*.test.ts'], testTimeout: 60_000 } },
      { test: { name: 'golden', include: ['test/golden/**/*.test.ts'] } },
      { test: { name: 'contract', include: ['test/contract/**/*.test.ts'], testTimeout: 120_000 } },
      { test: { name: 'differential', include: ['test/differential/**/*.test.ts'], testTimeout: 60_000, hookTimeout: 300_000 } },
      {
        test: {
          name: 'web',
          include: ['test/web/**/*.test.ts'],
          globalSetup: ['test/web/build.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      { test: { name: 'program', include: ['test/program/**/*.test.ts'], globalSetup: ['test/program/build.ts'], testTimeout: 60_000 } },
      {
        test: {
          name: 'consumers',
          include: ['test/consumers/**/*.test.ts', 'test/apply/**/*.test.ts'],
          testTimeout: 600_000,
          hookTimeout: 600_000,
        },
      },
    ],
  },
})
