import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { CommandModule } from 'yargs'
import { refuse, toStderr, toStdout } from '../emit.ts'
import { found, systemReason } from '../found.ts'
import { makeFolder } from '../make-folder.ts'
import { single } from '../options.ts'
import { exit, UsageError } from '../outcome.ts'

interface PlaygroundArguments {
  readonly port?: string | readonly string[] | undefined
  readonly output?: string | readonly string[] | undefined
  readonly open?: boolean | undefined
}

/** `netglot playground`: the page where one types a description and sees what becomes of it. */
export const playgroundCommand: CommandModule<object, PlaygroundArguments> = {
  command: 'playground',
  describe: 'Serve a page where a description is rendered as you type, for this machine only',
  builder: yargs =>
    yargs
      .option('port', { type: 'string', describe: 'Port of 127.0.0.1 (default: a free one)' })
      .option('open', { type: 'boolean', describe: 'Serve nothing: open the page from the file system, or print where it is' })
      .option('output', { alias: 'o', type: 'string', describe: 'Serve nothing: copy the static files into the directory DIR' })
      .example('$0 playground', 'Print the address to open; Ctrl-C ends it')
      .example('$0 playground --open', 'Without a server')
      .example('$0 playground -o /srv/www/netglot', 'To be put onto a server of your own'),
  handler: async given => {
    process.exitCode = await run(given)
  },
}

async function run(given: PlaygroundArguments): Promise<number> {
  const [port, output] = [portOf(single('port', given.port)), single('output', given.output)]
  if (port !== undefined && (given.open || output !== undefined)) throw new UsageError('--port is for serving, which --open and -o do not')
  const folder = fileURLToPath(new URL('web', import.meta.url))
  if (!existsSync(join(folder, 'index.html'))) return refuse([found('playground-missing', { folder })], [], undefined)
  if (output === undefined && given.open !== true) return serve(folder, port ?? 0)
  const place = output === undefined ? folder : resolve(output)
  const failed = output === undefined ? undefined : copy(folder, place)
  if (failed !== undefined) return refuse([found('file-unwritable', failed)], [], undefined)
  const page = join(place, 'index.html')
  toStdout(`${page}\n`)
  if (given.open === true && !opened(page)) toStderr('netglot: there is no xdg-open here: open this file in a browser\n')
  return exit.done
}

const portOf = (text: string | undefined): number | undefined => {
  if (text === undefined) return undefined
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0
  if (port < 1 || port > 65_535) throw new UsageError(`--port wants a number from 1 to 65535, and got ${text}`)
  return port
}

async function serve(folder: string, port: number): Promise<number> {
  const { servePlayground } = await import('../serve-playground.ts')
  try {
    const url = await servePlayground(folder, port)
    toStdout(`${url}\n`)
    toStderr('netglot: the playground is served for this machine only; Ctrl-C ends it\n')
    return exit.done
  } catch (error) {
    const why = systemReason(error)
    if (why === undefined) throw error
    return refuse([found('port-refused', { port, why })], [], undefined)
  }
}

/** Copies the page; what could not be written and why, where something could not. */
function copy(from: string, to: string): { readonly file: string; readonly why: string } | undefined {
  try {
    makeFolder(to)
    for (const name of readdirSync(from)) copyFileSync(join(from, name), join(to, name))
    return undefined
  } catch (error) {
    const why = systemReason(error)
    if (why === undefined) throw error
    return { file: to, why }
  }
}

const opened = (page: string): boolean => spawnSync('xdg-open', [page], { stdio: 'ignore', timeout: 10_000 }).error === undefined
