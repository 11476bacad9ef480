// Bundles the program into dist/netglot.js and the library into dist/index.js, each one file without dependencies.
import { chmodSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const root = fileURLToPath(new URL('..', import.meta.url))
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
const common = { absWorkingDir: root, bundle: true, format: 'esm', target: 'node20', legalComments: 'inline', logLevel: 'warning' }
const program = join(root, 'dist/netglot.js')

// yargs brings modules that still call require().
const require = "import { createRequire as netglotRequire } from 'node:module';const require = netglotRequire(import.meta.url);"

await build({
  ...common,
  entryPoints: ['src/cli/main.ts'],
  outfile: program,
  platform: 'node',
  define: { NETGLOT_VERSION: JSON.stringify(version) },
  banner: { js: `#!/usr/bin/env node\n${require}` },
})
chmodSync(program, 0o755)

// For browsers too: a module of Node's in here fails the build.
await build({ ...common, entryPoints: ['src/index.ts'], outfile: 'dist/index.js', platform: 'neutral', mainFields: ['module', 'main'] })
