// Builds the playground into dist/web: static files that work from a server and from the file system.
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, transform } from 'esbuild'

const root = fileURLToPath(new URL('..', import.meta.url))
const out = join(root, 'dist/web')
const read = name => readFileSync(join(root, 'web', name), 'utf8')
const hash = text => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

// Classic scripts: a file: page can't load modules.
const common = { absWorkingDir: root, bundle: true, minify: true, format: 'iife', target: 'es2022', mainFields: ['module', 'main'], logLevel: 'warning', legalComments: 'inline' }

rmSync(out, { recursive: true, force: true })
mkdirSync(out, { recursive: true })
await Promise.all([
  // As a function, so that the page can have it run in a worker, from its text. No module of Node's, nothing of the page.
  build({
    ...common,
    entryPoints: ['web/engine/index.ts'],
    outfile: 'dist/web/engine.js',
    platform: 'neutral',
    globalName: 'engine',
    banner: { js: 'globalThis.netglotEngine=function(){' },
    footer: { js: 'return engine}' },
  }),
  build({ ...common, entryPoints: ['web/page/index.ts'], outfile: 'dist/web/page.js' }),
  build({ ...common, entryPoints: ['web/editor/index.ts'], outfile: 'dist/web/editor.js', globalName: 'netglotEditorBundle', footer: { js: 'globalThis.netglotEditor=netglotEditorBundle.codeMirror' } }),
])

const style = (await transform(read('style.css'), { loader: 'css', minify: true })).code.trim()
const boot = (await transform(read('boot.js'), { minify: true })).code.trim()
const policy = [
  "default-src 'none'",
  `script-src ${hash(boot)} 'strict-dynamic'`,
  `style-src ${hash(style)}`,
  'img-src data: blob:',
  'worker-src blob:',
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')
writeFileSync(join(out, 'index.html'), read('index.html').replace('{{policy}}', policy).replace('{{style}}', () => style).replace('{{boot}}', () => boot))
