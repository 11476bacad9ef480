#!/usr/bin/env node
// Starts netglot, with the code as V8 has compiled it at build time (scripts/code-cache.cjs) where this is the same V8: else it takes longer.
const { readFileSync } = require('node:fs')
const { join } = require('node:path')
const { Script } = require('node:vm')

require('./v8-flags.cjs')

const filename = join(__dirname, 'program.cjs')
let cachedData
try {
  cachedData = readFileSync(join(__dirname, `program.${process.versions.v8}-${process.arch}.cache`))
} catch {
  // There is none for this V8.
}
// The bundle is ASCII: in that encoding it needs no decoding. V8 itself refuses a cache of other code, or for other flags.
const script = new Script(readFileSync(filename, 'latin1'), { filename, cachedData })
// A script can't import a module by itself.
script.runInThisContext()(module, require, filename, name => import(name))
