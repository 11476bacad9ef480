import { readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { describe, expect, test } from 'vitest'
import { filesBelow, root } from '../fixtures.ts'

interface Module {
  /** Below src/. */
  readonly path: string
  readonly text: string
  /** What it imports: modules below src/, and packages by their names. */
  readonly imports: readonly string[]
}

const importPattern = /(?:^|\n)\s*(?:import|export)\s(?:[^;'"]*?\sfrom\s)?['"]([^'"]+)['"]/g

const read = (path: string): Module => {
  const text = readFileSync(join(root, 'src', path), 'utf8')
  const named = [...text.matchAll(importPattern)].map(([, name = '']) => name)
  return { path, text, imports: named.map(name => (name.startsWith('.') ? normalize(join(dirname(path), name)) : name)) }
}

const modules = filesBelow(join(root, 'src'))
  .filter(path => path.endsWith('.ts') && !path.endsWith('.test.ts') && !path.endsWith('.d.ts'))
  .map(read)

const below = (folder: string) => modules.filter(m => m.path.startsWith(folder))

/** What each part may import beside itself: folders below src/, files, packages. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  'model/': [],
  'diagnostics/': ['model/leaf.ts'],
  'description/': ['model/', 'diagnostics/', 'yaml', 'zod/mini'],
  'normalise/': ['model/', 'diagnostics/', 'description/'],
  'lint/': ['model/', 'diagnostics/', 'normalise/'],
  // A target reads the model and never the description; only the machinery knows allowances and suggestions from there.
  'print/': ['model/', 'targets/documents/document.ts', 'handlebars'],
  'side/': [
    'model/',
    'normalise/wifi.ts',
    'targets/context.ts',
    'targets/documents/',
    'targets/handlers.ts',
    'targets/ledger.ts',
    'targets/not-manager.ts',
    'targets/target.ts',
    'targets/text.ts',
  ],
  'targets/': ['model/', 'diagnostics/', 'side/', 'print/', 'normalise/wifi.ts', 'description/suggest.ts', 'description/schema/index.ts'],
  // It reads what it has written, and asks what is then found.
  'fix/': ['model/', 'diagnostics/', 'description/', 'render.ts', 'yaml'],
  // Descriptions that are made of a few values, each of which a description takes as well.
  'recipes/': ['model/', 'diagnostics/', 'description/', 'understand.ts'],
  // The answers of targets as one document or one folder.
  'formats/': ['targets/answer.ts', 'targets/context.ts', 'targets/render-target.ts', 'print/print.ts', 'yaml'],
  // A picture of the model; only the layout knows the library that does it.
  'graph/': ['model/', 'elkjs/'],
  // It asks the whole way from the schema to the files, and only the program asks it.
  'explain/': ['model/', 'diagnostics/', 'description/', 'print/', 'reference/schema-leaves.ts'],
  'reference/': ['model/', 'diagnostics/', 'description/', 'normalise/', 'targets/', 'print/'],
}

/** The machinery that targets share lies beside their folders. */
const targetFolders = ['ifupdown/', 'ifupdown2/', 'ifupdown-ng/', 'netplan/', 'networkd/', 'networkmanager/', 'suse/']
const shared: Readonly<Record<string, readonly string[]>> = {
  'ifupdown/': ['interfaces/'],
  'ifupdown2/': ['interfaces/'],
  'ifupdown-ng/': ['interfaces/'],
  // netplan's back ends are networkd and NetworkManager: their facts are the same.
  'netplan/': [
    'networkd/link/late-mtu.ts',
    ...[
      'advertised-table.ts',
      'methods.ts',
      'handlers.ts',
      'limits.ts',
      'stacked-modes.ts',
      'tunnel-modes.ts',
      'link/access-point.ts',
      'link/authentication.ts',
      'link/bond.ts',
      'link/handshake.ts',
      'link/ipv6.ts',
      'link/modem.ts',
      'link/wireguard.ts',
    ].map(file => `networkmanager/${file}`),
  ],
}

const startsWithOne = (path: string, starts: readonly string[]): boolean => starts.some(start => path.startsWith(start))

describe('who knows whom', () => {
  test.each(Object.entries(allowed))('%s', (folder, others) => {
    const strangers = below(folder).flatMap(m => m.imports.filter(i => !startsWithOne(i, [folder, ...others])).map(i => `${m.path}: ${i}`))
    expect(below(folder).length).toBeGreaterThan(0)
    expect(strangers).toEqual([])
  })

  test('every folder has its rule', () => {
    const folders = new Set(modules.filter(m => m.path.includes('/')).map(m => `${m.path.split('/')[0]}/`))
    expect([...folders].sort()).toEqual([...Object.keys(allowed), 'cli/'].sort())
  })

  test('nobody knows the program, and only it knows node', () => {
    const outside = modules.filter(m => !m.path.startsWith('cli/'))
    expect(outside.flatMap(m => m.imports.filter(i => /^(cli\/|node:|fs$|path$|process$)/.test(i)).map(i => `${m.path}: ${i}`))).toEqual([])
    const globals = /\b(process\.(env|argv|cwd|exit|platform|std)|Buffer\.|__dirname|Date\.now|new Date|Math\.random|performance\.now)/
    expect(outside.filter(m => globals.test(m.text)).map(m => m.path)).toEqual([])
  })

  test('only the program asks the reference', () => {
    const outside = modules.filter(m => !/^(?:cli|explain|reference)\//.test(m.path))
    expect(outside.flatMap(m => m.imports.filter(i => i.startsWith('reference/')).map(i => `${m.path}: ${i}`))).toEqual([])
  })

  test.each(targetFolders)('targets/%s knows no other target', folder => {
    const foreign = [...targetFolders, 'interfaces/'].filter(other => other !== folder).map(other => `targets/${other}`)
    const mayKnow = (shared[folder] ?? []).map(other => `targets/${other}`)
    const found = below(`targets/${folder}`).flatMap(m =>
      m.imports.filter(i => startsWithOne(i, foreign) && !startsWithOne(i, mayKnow)).map(i => `${m.path}: ${i}`),
    )
    expect(below(`targets/${folder}`).length).toBeGreaterThan(0)
    expect(found).toEqual([])
  })

  test('a target never reads the description', () => {
    const inTargets = modules.filter(m => /^(targets\/[^/]+\/|side\/|print\/)/.test(m.path))
    expect(inTargets.flatMap(m => m.imports.filter(i => i.startsWith('description/')).map(i => `${m.path}: ${i}`))).toEqual([])
  })

  test('the machinery knows no target but in the registry', () => {
    const machinery = modules.filter(m => /^targets\/([^/]+\.ts|documents\/|interfaces\/)/.test(m.path) && m.path !== 'targets/index.ts')
    const known = targetFolders.map(folder => `targets/${folder}`)
    expect(machinery.flatMap(m => m.imports.filter(i => startsWithOne(i, known)).map(i => `${m.path}: ${i}`))).toEqual([])
  })
})

/** The line counts of functions, by indentation: from a line that opens a body to the line that closes it as deep. */
const longFunctions = ({ path, text }: Module): string[] => {
  const lines = text.split('\n')
  return lines.flatMap((line, i) => {
    if (!/^\s*(export |async |private |static )*(function\b.*|const \w+ = .*=>|\w+\(.*\).*) \{$/.test(line)) return []
    const indent = /^\s*/.exec(line)?.[0] ?? ''
    const length = lines.slice(i).findIndex(other => other.startsWith(`${indent}}`)) + 1
    return length > 60 ? [`${path}:${i + 1}: ${length} lines`] : []
  })
}

describe('nothing grows too big', () => {
  test('no file has more than 250 lines', () => {
    const tests = filesBelow(join(root, 'test')).filter(path => path.endsWith('.ts'))
    const sizes = [
      ...modules.map(m => ({ path: `src/${m.path}`, lines: m.text.split('\n').length })),
      ...tests.map(path => ({ path: `test/${path}`, lines: readFileSync(join(root, 'test', path), 'utf8').split('\n').length })),
    ]
    expect(sizes.filter(({ lines }) => lines > 250)).toEqual([])
  })

  test('no function has more than 60 lines', () => {
    expect(modules.flatMap(longFunctions)).toEqual([])
  })
})

describe('what only one file may make', () => {
  const makers: readonly (readonly [string, RegExp, readonly string[]])[] = [
    ['a receipt', /\bas (unknown as )?Receipt\b/, ['targets/ledger.ts']],
    // An empty head prints nothing, and a key's own text is typed already.
    ['a typed text', /\bas (unknown as )?Text\b/, ['targets/text.ts', 'targets/interfaces/stanza.ts', 'targets/netplan/mapping.ts']],
    ['a nested table', /\bas (unknown as )?Nested\b/, ['targets/handlers.ts']],
    ['anything out of any', /\bas any\b|@ts-ignore|@ts-expect-error|@ts-nocheck|biome-ignore/, []],
  ]
  test.each(makers)('%s', (_what, pattern, files) => {
    expect(modules.filter(m => pattern.test(m.text)).map(m => m.path)).toEqual(files.toSorted())
  })
})
