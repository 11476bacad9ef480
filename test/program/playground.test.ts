import { spawn } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { request } from 'node:http'
import { join } from 'node:path'
import { runInThisContext } from 'node:vm'
import { expect, test } from 'vitest'
import type { Question } from '../../web/protocol.ts'
import type { Service } from '../../web/serve.ts'
import { root } from '../fixtures.ts'
import { bridge, netglot, workplace } from './program.ts'

const { folder, put } = workplace()

interface Answer {
  readonly status: number | undefined
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>
  readonly body: string
}

const ask = (url: string, path: string, method = 'GET', headers: Readonly<Record<string, string>> = {}): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(url)
    const asked = request({ hostname, port, path, method, headers }, response => {
      let body = ''
      response.setEncoding('utf8').on('data', part => {
        body += part
      })
      response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, body }))
    })
    asked.on('error', reject)
    asked.end()
  })

test('it serves the page to this machine, and nothing else', async () => {
  const program = spawn(process.execPath, [join(root, 'dist/netglot.cjs'), 'playground'])
  try {
    const url = await new Promise<string>(resolve => program.stdout.once('data', data => resolve(String(data).trim())))
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/)
    const page = await ask(url, '/')
    expect(page).toMatchObject({ status: 200, body: readFileSync(join(root, 'dist/web/index.html'), 'utf8') })
    expect(page.headers['content-security-policy']).toMatch(
      /^default-src 'none'; script-src 'sha256-.*connect-src 'none'.*frame-ancestors 'none'$/,
    )
    expect(page.headers['content-security-policy']).not.toContain('unsafe')
    expect((await ask(url, '/engine.js')).headers['content-type']).toBe('text/javascript; charset=utf-8')
    for (const path of ['/../netglot.cjs', '/%2e%2e/netglot.cjs', '/etc/passwd', '/index.html/'])
      expect((await ask(url, path)).status).toBe(404)
    for (const method of ['POST', 'PUT', 'HEAD', 'OPTIONS']) expect((await ask(url, '/', method)).status).toBe(405)
    expect((await ask(url, '/', 'GET', { Host: 'evil.example' })).status).toBe(403)
    const taken = netglot(['playground', '--port', new URL(url).port])
    expect(taken).toMatchObject({ status: 1, stdout: '' })
    expect(taken.stderr).toContain('NG8602')
  } finally {
    program.kill()
  }
})

test('-o copies the page, and --open says where it is', () => {
  const copied = netglot(['playground', '-o', 'page'], { cwd: folder })
  expect(copied).toEqual({ status: 0, stdout: `${join(folder, 'page/index.html')}\n`, stderr: '' })
  expect(readdirSync(join(folder, 'page'))).toEqual(readdirSync(join(root, 'dist/web')))
  // A PATH without xdg-open.
  const opened = netglot(['playground', '--open'], { env: { PATH: folder } })
  expect(opened).toMatchObject({ status: 0, stderr: 'netglot: there is no xdg-open here: open this file in a browser\n' })
  expect(existsSync(opened.stdout.trim())).toBe(true)
  const file = put('file', '')
  expect(netglot(['playground', '-o', file])).toMatchObject({ status: 3 })
})

test.each([
  [['--port', '0'], '--port wants a number from 1 to 65535'],
  [['--port', '8080', '--open'], '--port is for serving'],
])('%j is wrong usage', (args, why) => {
  const { status, stderr } = netglot(['playground', ...args])
  expect(status).toBe(2)
  expect(stderr).toContain(why)
})

test('its archive is what render --format tar writes', async () => {
  runInThisContext(readFileSync(join(root, 'dist/web/engine.js'), 'utf8'))
  const { netglotEngine } = globalThis as unknown as { netglotEngine: () => Service<Question> }
  const bytes = await netglotEngine().answer({ ask: 'tar', text: bridge, target: 'networkd', allowLoss: false })
  const written = join(folder, 'written.tar')
  expect(netglot(['render', put('bridge.yaml', bridge), '-t', 'networkd', '--format', 'tar', '-o', written]).status).toBe(0)
  expect(Buffer.from(bytes as Uint8Array).equals(readFileSync(written))).toBe(true)
})
