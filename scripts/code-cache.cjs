// Keeps the program's code as V8 has compiled it, with the functions that rendering a small description calls.
const { readdirSync, readFileSync, rmSync, writeFileSync } = require('node:fs')
const { join } = require('node:path')
const { Script } = require('node:vm')

require('./v8-flags.cjs')

const dist = join(__dirname, '../dist')
for (const old of readdirSync(dist).filter(name => name.endsWith('.cache'))) rmSync(join(dist, old))
const filename = join(dist, 'program.cjs')
const script = new Script(readFileSync(filename, 'latin1'), { filename })
process.argv = [
  ...process.argv.slice(0, 2),
  'render',
  join(__dirname, '../fixtures/origin/3-bridge-static/input.yaml'),
  '-t',
  process.env.T || 'all',
  '--allow-loss=all',
]
script.runInThisContext()(module, require, filename)
process.on('exit', () => writeFileSync(join(dist, `program.${process.versions.v8}-${process.arch}.cache`), script.createCachedData()))
