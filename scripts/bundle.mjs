// Bundles the program into dist/program.cjs, with dist/netglot.cjs to start it, and the library into dist/index.js: each without dependencies.
import { execFileSync } from 'node:child_process'
import { chmodSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { elkNotice } from './elk-notice.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
const common = { absWorkingDir: root, bundle: true, target: 'node20', logLevel: 'warning' }

/** The library that lays out pictures is larger than all else: it has a file of its own, which the launcher imports when a picture is asked for. */
const layoutApart = {
  name: 'layout-apart',
  setup: ({ onLoad }) =>
    onLoad({ filter: /\/graph\/elk\.ts$/ }, () => ({
      contents: "export const elkLayout = async (...given) => (await importModule('./layout.js')).elkLayout(...given)",
    })),
}

/** A short run makes the tables of one target: each is made when it is asked for by its name. */
const targetsOnDemand = {
  name: 'targets-on-demand',
  setup: ({ onLoad }) =>
    onLoad({ filter: /\/src\/targets\/index\.ts$/ }, ({ path }) => {
      const [imports, table] = readFileSync(path, 'utf8').split(/(?<=\n)(?=\/\*\* Every target)/)
      const folders = new Map([...imports.matchAll(/import \{ (\w+) \} from '(.*)'/g)].map(([, name, from]) => [name, from]))
      const getter = (line, id, name = id) =>
        folders.has(name) ? `  get ${id}() { return made.${name} ??= require('${folders.get(name)}').${name} },` : line
      return {
        loader: 'ts',
        contents: `const made: Record<string, unknown> = {}\n${table}`
          .replace(/^ {2}('[\w-]+'|\w+)(?:: (\w+))?,$/gm, getter)
          .replace('AnyTarget', 'unknown'),
      }
    }),
}

const forNode = {
  ...common,
  format: 'cjs',
  platform: 'node',
  // The program runs as a script of vm, which has no import().
  supported: { 'dynamic-import': false },
  mainFields: ['module', 'main'],
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'inline',
}

/** What only one command wants, and is large, stays out of the program, in a file beside it. */
const beside = {
  name: 'beside',
  setup: ({ onResolve }) => onResolve({ filter: /\/prettier\.ts$/ }, () => ({ path: './prettier.cjs', external: true })),
}
await build({ ...forNode, entryPoints: ['src/cli/prettier.ts'], outfile: 'dist/prettier.cjs' })

// CommonJS, which Node starts sooner, and whose code V8 can keep compiled; what is imported when it is needed is made only then.
await build({
  ...forNode,
  entryPoints: ['src/cli/start.ts'],
  outfile: 'dist/program.cjs',
  define: { NETGLOT_VERSION: JSON.stringify(version), 'import.meta.url': 'netglotUrl' },
  banner: { js: "(function(module,require,__filename,importModule){const netglotUrl=require('node:url').pathToFileURL(__filename).href;" },
  footer: { js: '})' },
  plugins: [layoutApart, beside, targetsOnDemand],
})
const program = join(root, 'dist/netglot.cjs')
// One file: whoever packs the program can't leave half of its start out.
const part = name => readFileSync(join(root, 'scripts', name), 'utf8')
writeFileSync(
  program,
  part('launcher.cjs').replace("require('./v8-flags.cjs')\n", () => part('v8-flags.cjs')),
)
chmodSync(program, 0o755)
execFileSync(process.execPath, ['scripts/code-cache.cjs'], { cwd: root, stdio: ['ignore', 'ignore', 'pipe'] })

// For browsers too: a module of Node's in here fails the build.
await build({
  ...common,
  entryPoints: ['src/index.ts'],
  outfile: 'dist/index.js',
  format: 'esm',
  platform: 'neutral',
  mainFields: ['module', 'main'],
  legalComments: 'inline',
})

// As a module of its own, for the program too. Without `self` the library never takes its surroundings for a worker that is all its own.
await build({
  ...common,
  entryPoints: ['src/graph/elk.ts'],
  outfile: 'dist/layout.js',
  format: 'esm',
  platform: 'neutral',
  mainFields: ['module', 'main'],
  define: { self: 'undefined' },
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'inline',
  banner: { js: elkNotice },
})
