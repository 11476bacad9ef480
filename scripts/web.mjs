// Builds the playground into dist/web: static files that work from a server and from the file system.
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, transform } from 'esbuild'
import { elkNotice } from './elk-notice.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const out = join(root, 'dist/web')
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
const read = name => readFileSync(join(root, 'web', name), 'utf8')
const hash = text => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

// Classic scripts: a file: page can't load modules.
const common = {
  absWorkingDir: root,
  bundle: true,
  minify: true,
  format: 'iife',
  target: 'es2022',
  mainFields: ['module', 'main'],
  logLevel: 'warning',
  legalComments: 'inline',
}

mkdirSync(out, { recursive: true })
await Promise.all([
  // As a function, so that the page can have it run in a worker, from its text. No module of Node's, nothing of the page.
  build({
    ...common,
    entryPoints: ['web/engine/index.ts'],
    outfile: 'dist/web/engine.js',
    platform: 'neutral',
    globalName: 'engine',
    define: { NETGLOT_VERSION: JSON.stringify(version) },
    banner: { js: 'globalThis.netglotEngine=function(){' },
    footer: { js: 'return engine}' },
  }),
  build({
    ...common,
    entryPoints: ['web/picture/index.ts'],
    outfile: 'dist/web/picture.js',
    platform: 'neutral',
    globalName: 'picture',
    // As in bundle.mjs: the library must not take the worker for its own. Its Map it wants from `global`.
    define: { self: 'undefined', global: 'globalThis' },
    banner: { js: `${elkNotice}globalThis.netglotPicture=function(){` },
    footer: { js: 'return picture}' },
  }),
  build({ ...common, entryPoints: ['web/page/index.ts'], outfile: 'dist/web/page.js' }),
  build({
    ...common,
    entryPoints: ['web/editor/index.ts'],
    outfile: 'dist/web/editor.js',
    globalName: 'netglotEditorBundle',
    footer: { js: 'globalThis.netglotEditor=netglotEditorBundle.codeMirror' },
  }),
])

const styles = await build({
  absWorkingDir: root,
  entryPoints: ['web/style/index.css'],
  bundle: true,
  minify: true,
  write: false,
  logLevel: 'warning',
})
const style = styles.outputFiles[0].text.trim()
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
const put = (page, place, text) => {
  if (!page.includes(place)) throw new Error(`web/index.html has no ${place}`)
  return page.replace(place, () => text)
}
const filled = [
  ['{{policy}}', policy],
  ['/* style */', style],
  ['/* boot */', boot],
].reduce((page, [place, text]) => put(page, place, text), read('index.html'))
writeFileSync(join(out, 'index.html'), filled)
