import { describe, expect, test } from 'vitest'
import { readRow } from '../../src/cli/fleet/csv.ts'
import { Table } from '../../src/cli/fleet/table.ts'

describe('a row of a table', () => {
  test.each([
    ['a,b', ['a', 'b']],
    [' a , b ', ['a', 'b']],
    ['"a,""b""", c', ['a,"b"', 'c']],
    ['"a\nb",c', ['a\nb', 'c']],
    ['a,,', ['a', '', '']],
    ['"",x', ['', 'x']],
  ])('%j', (text, cells) => {
    for (const end of ['', '\n', '\r\n']) expect(readRow(`${text}${end}`, 0)).toMatchObject({ cells, fault: undefined })
  })

  test.each(['a"b,c', '"a', '"a"b,c'])('%j has a fault', text => {
    expect(readRow(text, 0).fault).toBeDefined()
  })
})

describe('a table of hosts', () => {
  const table = new Table('hosts.csv', '\uFEFFmac,host,rack\n"a\nb",web1,1\n\n,web2,\nx,web3\n,web1,2\n')

  test('gives each host what its row has, but for empty cells', () => {
    expect([...table.hosts.keys()]).toEqual(['web1', 'web2', 'web3'])
    expect(table.variablesOf('web2')).toEqual({ variables: { host: 'web2' }, diagnostics: [] })
    expect(table.variablesOf('db1')).toEqual({ variables: { host: 'db1' }, diagnostics: [] })
    expect(table.variablesOf('web1').variables).toEqual({ mac: 'a\nb', host: 'web1', rack: '1' })
  })

  test('knows the lines', () => {
    expect(table.placeOf('web2')?.line).toBe(5)
    expect(table.variablesOf('web3').diagnostics.map(d => `${d.code}:${d.span?.line}`)).toEqual(['NG8308:6'])
    expect(table.variablesOf('web1').diagnostics.map(d => `${d.code}:${d.span?.line}`)).toEqual(['NG8306:7'])
  })

  test.each(['name,ip\n', 'host;ip\nweb1;10.0.0.1\n', 'host,ip,ip\n', ''])('%j is none', text => {
    expect(new Table('hosts.csv', text).diagnostics.map(({ code }) => code)).toEqual(['NG8307'])
  })
})
