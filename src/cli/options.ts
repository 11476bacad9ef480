import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Accounts } from '../targets/context.ts'
import type { AllowLoss } from '../targets/losses.ts'
import { readAccounts } from './accounts.ts'
import { UsageError } from './outcome.ts'

/** Every option as yargs gives it: once, or several times. */
type Given = string | readonly string[] | undefined

const listed = (given: Given): readonly string[] => (given === undefined ? [] : typeof given === 'string' ? [given] : given).map(unspelled)

/** An option that makes sense only once. */
export function single(option: string, given: Given): string | undefined {
  const values = listed(given)
  if (values.length > 1) throw new UsageError(`--${option} was given ${values.length} times`)
  if (values[0] === '') throw new UsageError(`--${option} wants a value`)
  return values[0]
}

/** `-t a,b -t c` as a list; without any, what is given instead. */
export function readTargets(given: Given, otherwise?: readonly string[]): readonly string[] {
  const names = listed(given)
    .flatMap(text => text.split(','))
    .map(name => name.trim())
  if (names.includes('')) throw new UsageError('--target wants the name of a target; `netglot targets` lists them')
  if (names.length > 0) return names
  if (otherwise === undefined) throw new UsageError('say for which system with -t, such as -t ifupdown; `netglot targets` lists them')
  return otherwise
}

/** Files to read: standard input, when it is no terminal, stands for none. */
export function readFiles(given: readonly (string | number)[] | undefined): readonly string[] {
  const files = (given ?? []).map(String).map(unspelled)
  if (files.length > 0) return files
  if (process.stdin.isTTY) throw new UsageError('give a FILE, a directory, or - for standard input')
  return ['-']
}

const allowance = /^([^:]+):(NG\d{4}):(.+)$/

/** `--allow-loss` alone means all; yargs would take the next word for its value, so that case gets its own spelling. */
export const spellAllowLoss = (args: readonly string[]): string[] =>
  args.map((arg, i) => (arg === '--allow-loss' && !allowance.test(args[i + 1] ?? '') ? '--allow-loss=all' : arg))

/** What no argument of a program can be. */
const standardInput = '\u0000-'

/** yargs loses a `-` in a list of files without a word, so that too gets a spelling of its own, until it is read. */
export const spellStandardInput = (args: readonly string[]): string[] => args.map(arg => (arg === '-' ? standardInput : arg))

const unspelled = (text: string): string => (text === standardInput ? '-' : text)

/** `all`, or `TARGET:CODE:PATH,…`. */
export function readAllowLoss(given: Given): AllowLoss {
  const texts = listed(given)
  if (texts.includes('all')) return true
  return texts
    .flatMap(text => text.split(/,(?=[^,:]+:NG\d{4}:)/))
    .map(text => {
      const [, target, code, path] = allowance.exec(text) ?? []
      if (target === undefined || code === undefined || path === undefined)
        throw new UsageError(`--allow-loss wants TARGET:CODE:PATH, such as ifupdown:NG5001:taps.*.alias, and got ${text}`)
      return { target, code, path, reason: undefined, place: undefined }
    })
}

/** The accounts of `--accounts` (or of the root that is written to), and those named one by one, which win. */
export function accountsOf(given: { accounts: Given; root: string | undefined; user: Given; group: Given }): Accounts {
  const folder = single('accounts', given.accounts) ?? given.root
  if (given.accounts !== undefined && folder !== undefined && !existsSync(join(folder, 'etc/passwd')))
    throw new UsageError(`--accounts wants a directory that holds etc/passwd, and ${folder} has none`)
  const read = folder === undefined ? { users: {}, groups: {} } : readAccounts(folder)
  return {
    users: { ...read.users, ...numbered('user', given.user) },
    groups: { ...read.groups, ...numbered('group', given.group) },
  }
}

const numbered = (option: string, given: Given): Readonly<Record<string, number>> =>
  Object.fromEntries(
    listed(given)
      .flatMap(text => text.split(','))
      .map(text => {
        const [, name, number] = /^([^=]+)=(\d{1,10})$/.exec(text) ?? []
        if (name === undefined) throw new UsageError(`--${option} wants NAME=NUMBER, such as qemu=64055, and got ${text}`)
        return [name, Number(number)]
      }),
  )
