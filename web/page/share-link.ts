/** What a link carries behind its #, which no browser sends anywhere. */
export interface Shared {
  readonly text: string
  readonly target: string | undefined
}

/** More than any description needs, and little enough to unfold at once. */
const limit = 1_000_000

/** The fragment for a description: compressed (RFC 1951), as base64url. */
export async function toFragment({ text, target }: Shared): Promise<string> {
  const packed = await through(new TextEncoder().encode(text), new CompressionStream('deflate-raw'))
  const letters = Array.from(packed, byte => String.fromCharCode(byte)).join('')
  const data = btoa(letters).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
  return `#d=${data}${target === undefined ? '' : `&t=${encodeURIComponent(target)}`}`
}

/** What a fragment carries; undefined where it carries nothing. Throws where it is damaged. */
export async function fromFragment(fragment: string): Promise<Shared | undefined> {
  const parameters = new URLSearchParams(fragment.replace(/^#/, ''))
  const data = parameters.get('d')
  if (data === null) return undefined
  const letters = atob(data.replaceAll('-', '+').replaceAll('_', '/'))
  const packed = Uint8Array.from(letters, letter => letter.charCodeAt(0))
  const bytes = await through(packed, new DecompressionStream('deflate-raw'))
  return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), target: parameters.get('t') ?? undefined }
}

const through = async (bytes: Uint8Array<ArrayBuffer>, stream: CompressionStream | DecompressionStream): Promise<Uint8Array> => {
  const chunks: Uint8Array<ArrayBuffer>[] = []
  let size = 0
  const reader = new Blob([bytes]).stream().pipeThrough(stream).getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return new Uint8Array(await new Blob(chunks).arrayBuffer())
    size += value.length
    if (size > limit) throw new Error('too large')
    chunks.push(value)
  }
}
