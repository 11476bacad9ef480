import { runScript } from './run-program.ts'

/** The folder below which Debian 13's `packages` and what they depend on lie unpacked. */
export async function debian13(...packages: readonly string[]): Promise<string> {
  const { status, lines } = await runScript('unpack-debian13.sh', packages)
  const root = lines[0]
  if (status !== 0 || root === undefined) throw new Error(`Debian 13's ${packages.join(', ')} can't be unpacked: ${lines.join('; ')}`)
  return root
}
