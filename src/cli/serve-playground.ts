import { readdirSync, readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'

const types: Readonly<Record<string, string>> = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8' }

/** What the page's own policy can't say in a meta element. */
const headersOf = (policy: string): Readonly<Record<string, string>> => ({
  'Content-Security-Policy': `${policy}; frame-ancestors 'none'`,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), usb=()',
  'Cache-Control': 'no-store',
})

interface Answer {
  readonly status: number
  readonly type: string
  readonly body: string | Buffer
}

/** Serves the files of the folder, and nothing else, to this machine alone. Gives the address when it listens. */
export function servePlayground(folder: string, port: number): Promise<string> {
  const files = new Map(readdirSync(folder).map(name => [`/${name}`, readFileSync(join(folder, name))]))
  const [, policy = "default-src 'none'"] = /Content-Security-Policy" content="([^"]*)"/.exec(String(files.get('/index.html'))) ?? []
  const headers = headersOf(policy)
  const server = createServer((request, response) => send(response, answerTo(request, files), headers))
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`))
  })
}

function answerTo({ method, url = '/', headers, socket }: IncomingMessage, files: ReadonlyMap<string, Buffer>): Answer {
  // A page from elsewhere whose name leads here (DNS rebinding) asks for that name.
  const here = [`127.0.0.1:${socket.localPort}`, `localhost:${socket.localPort}`]
  if (!here.includes(headers.host ?? '')) return refusal(403, 'not for that host')
  if (method !== 'GET') return refusal(405, 'only GET')
  const path = url.replace(/[?#].*$/, '')
  const name = path === '/' ? '/index.html' : path
  const body = files.get(name)
  return body === undefined ? refusal(404, 'no such file') : { status: 200, type: types[extname(name)] ?? 'application/octet-stream', body }
}

const refusal = (status: number, why: string): Answer => ({ status, type: 'text/plain; charset=utf-8', body: `${why}\n` })

const send = (response: ServerResponse, { status, type, body }: Answer, headers: Readonly<Record<string, string>>): void => {
  response.writeHead(status, {
    ...headers,
    ...(status === 405 ? { Allow: 'GET' } : {}),
    'Content-Type': type,
    'Content-Length': Buffer.byteLength(body),
  })
  response.end(body)
}
