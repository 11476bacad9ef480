// run-typescript.mjs FILE [ARGUMENT...]: runs a program of test/, which Node 20 can't read by itself.
import { mkdir, readFile, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const root = fileURLToPath(new URL('..', import.meta.url))
const [file, ...args] = process.argv.slice(2)

/** A module that looks for files beside itself finds them, bundled or not. */
const placed = {
  name: 'placed',
  setup: ({ onLoad }) =>
    onLoad({ filter: /\.ts$/ }, async ({ path }) => ({
      contents: (await readFile(path, 'utf8')).replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href)),
      loader: 'ts',
    })),
}

const folder = join(root, 'node_modules/.cache/netglot')
await mkdir(folder, { recursive: true })
const bundle = join(folder, `run-${process.pid}.mjs`)
await build({
  absWorkingDir: root,
  entryPoints: [resolve(file)],
  outfile: bundle,
  bundle: true,
  format: 'esm',
  platform: 'node',
  packages: 'external',
  plugins: [placed],
  logLevel: 'warning',
})
const { main } = await import(pathToFileURL(bundle).href).finally(() => rm(bundle))
process.exitCode = await main(args)
