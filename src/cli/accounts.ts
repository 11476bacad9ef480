import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Accounts } from '../targets/context.ts'

/** The numbers of the accounts in a root's etc/passwd and etc/group (passwd(5), group(5)). A file that is not there has none. */
export const readAccounts = (root: string): Accounts => ({
  users: numbers(join(root, 'etc/passwd')),
  groups: numbers(join(root, 'etc/group')),
})

const numbers = (file: string): Readonly<Record<string, number>> =>
  existsSync(file) ? Object.fromEntries(readFileSync(file, 'utf8').split('\n').flatMap(account)) : {}

const account = (line: string): [string, number][] => {
  const [name, , number] = line.split(':')
  return name !== undefined && number !== undefined && /^\d+$/.test(number) ? [[name, Number(number)]] : []
}
