import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { bridge, netglot, workplace } from './program.ts'

const { folder, put } = workplace()
// A name and a value that every one of the formats has to escape.
const name = 'hosts/a,b:c%"<&>.yaml'
put(name, 'network:\n  ethernets:\n    eno1:\n      dhcp4: "<&%\'"\n      mtuu: 9000\n')
put('fine.yaml', bridge)

const report = (format: string, ...files: readonly string[]) =>
  netglot(['check', '-t', 'networkd', '--format', format, ...files], { cwd: folder })

test('github has workflow commands', () => {
  const { status, stdout, stderr } = report('github', name)
  const place = (line: number, column: number, end: number) =>
    `file=hosts/a%2Cb%3Ac%25"<&>.yaml,line=${line},endLine=${line},col=${column},endColumn=${end}`
  expect({ status, stdout, stderr }).toEqual({
    status: 1,
    stdout: [
      `::error title=NG2003,${place(4, 14, 20)}::"<&%25'" can't stand here: it must be true or false%0Ahelp: write true or false\n`,
      `::error title=NG2001,${place(5, 7, 11)}::there is no key \`mtuu\` here%0Ahelp: did you mean \`mtu\`?\n`,
    ].join(''),
    stderr: '',
  })
})

test('junit is XML that a parser reads, and fails by errors alone', () => {
  const read = (xml: string): unknown =>
    JSON.parse(
      execFileSync(
        'python3',
        [
          '-c',
          'import sys, json, xml.etree.ElementTree as e; r = e.fromstring(sys.stdin.buffer.read()); print(json.dumps([r.attrib, [[t.get("classname"), t.get("name"), t.get("line"), [f.get("message") for f in t.iter("failure")]] for t in r.iter("testcase")]]))',
        ],
        { input: xml, encoding: 'utf8' },
      ),
    )
  const wrong = report('junit', name)
  expect(wrong.status).toBe(1)
  expect(read(wrong.stdout)).toEqual([
    { name: 'netglot', tests: '2', failures: '2', errors: '0' },
    [
      [name, 'NG2003 ethernets.eno1.dhcp4', '4', [`"<&%'" can't stand here: it must be true or false`]],
      [name, 'NG2001 ethernets.eno1.mtuu', '5', ['there is no key `mtuu` here']],
    ],
  ])
  const fine = report('junit', 'fine.yaml')
  expect(fine.status).toBe(0)
  expect(read(fine.stdout)).toEqual([
    { name: 'netglot', tests: '2', failures: '0', errors: '0' },
    [
      ['fine.yaml', 'no errors', null, []],
      ['fine.yaml', 'NG6006 bridges.br0 networkd@252', expect.any(String), []],
    ],
  ])
})

interface Sarif {
  readonly version: string
  readonly runs: readonly [
    {
      readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string; readonly help: object }[] } }
      readonly results: readonly { readonly ruleId: string; readonly ruleIndex: number; readonly fixes?: readonly object[] }[]
    },
  ]
}

test('sarif has rules with their pages, places, and fixes', () => {
  const { status, stdout } = report('sarif', name)
  const { version, runs } = JSON.parse(stdout) as Sarif
  expect({ status, version, runs: runs.length }).toEqual({ status: 1, version: '2.1.0', runs: 1 })
  const [{ tool, results }] = runs
  expect(tool.driver.rules.map(({ id }) => id)).toEqual(['NG2001', 'NG2003'])
  expect(tool.driver.rules[0]?.help).toMatchObject({ markdown: expect.stringContaining('# NG2001 unknown-key') })
  for (const { ruleId, ruleIndex } of results) expect(tool.driver.rules[ruleIndex]?.id).toBe(ruleId)
  const artifactLocation = { uri: 'hosts/a%2Cb%3Ac%25%22%3C%26%3E.yaml', uriBaseId: '%SRCROOT%' }
  const region = { startLine: 5, startColumn: 7, endLine: 5, endColumn: 11 }
  expect(results[1]).toEqual({
    ruleId: 'NG2001',
    ruleIndex: 0,
    level: 'error',
    message: { text: 'there is no key `mtuu` here. Did you mean `mtu`?' },
    locations: [{ physicalLocation: { artifactLocation, region }, logicalLocations: [{ fullyQualifiedName: 'ethernets.eno1.mtuu' }] }],
    relatedLocations: [],
    partialFingerprints: { 'place/v1': 'ethernets.eno1.mtuu' },
    fixes: [
      {
        description: { text: 'rename `mtuu` to `mtu` in ethernets.eno1' },
        artifactChanges: [
          { artifactLocation, replacements: [{ deletedRegion: { ...region, startColumn: 10 }, insertedContent: { text: '' } }] },
        ],
      },
    ],
  })
})

test('what has no place in a file is told too', () => {
  expect(report('github', 'nowhere.yaml')).toMatchObject({
    status: 3,
    stdout: expect.stringMatching(/^::error title=NG8003::nowhere.yaml can't/),
  })
  expect(JSON.parse(report('sarif', 'nowhere.yaml').stdout)).toMatchObject({ runs: [{ results: [{ ruleId: 'NG8003', locations: [] }] }] })
})
