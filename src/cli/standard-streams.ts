import { fstatSync, statSync, writeSync } from 'node:fs'

type OnError = (error: NodeJS.ErrnoException) => never

/** What the reader of a pipe that does not block has not taken yet goes out by Node's own stream, and so does all that follows. */
const streaming = new Set<1 | 2>()

/** Writes to standard output (1) or standard error (2). Node's streams take longer to load than a small description to render. */
export function writeTo(descriptor: 1 | 2, text: string | Uint8Array, onError: OnError): void {
  let rest: Uint8Array = typeof text === 'string' ? Buffer.from(text) : text
  if (!streaming.has(descriptor)) rest = writeNow(descriptor, rest, onError)
  if (rest.length === 0) return
  const stream = descriptor === 1 ? process.stdout : process.stderr
  if (!streaming.has(descriptor)) stream.on('error', onError)
  streaming.add(descriptor)
  stream.write(rest)
}

/** Writes what the system takes at once; returns what it does not. */
const writeNow = (descriptor: number, bytes: Uint8Array, onError: OnError): Uint8Array => {
  let rest = bytes
  try {
    while (rest.length > 0) rest = rest.subarray(writeSync(descriptor, rest))
    return rest
  } catch (error) {
    const fault = error as NodeJS.ErrnoException
    return fault.code === 'EAGAIN' ? rest : onError(fault)
  }
}

/** Whether people see it as it comes. Only of a device that is not /dev/null is there more to ask. */
export const isTerminal = (descriptor: 1 | 2): boolean => {
  try {
    const stat = fstatSync(descriptor)
    if (!stat.isCharacterDevice() || stat.rdev === statSync('/dev/null', { throwIfNoEntry: false })?.rdev) return false
  } catch {
    return false
  }
  return (descriptor === 1 ? process.stdout : process.stderr).isTTY === true
}
