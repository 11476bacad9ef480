import { expect, test } from 'vitest'
import { bridge, netglot } from './program.ts'

/** Breaks the JSON output, which alone has a replacer: a stand-in for a fault of netglot's own. */
const broken = {
  NODE_OPTIONS:
    '--import=data:text/javascript,JSON.stringify=(old=>(value,by)=>{if(by)throw(new(TypeError)("boom"));return(old(value))})(JSON.stringify)',
}
const args = ['check', '-', '-t', 'ifupdown', '--format', 'json']

test('a fault of netglot says so and ends with 70', () => {
  const { status, stdout, stderr } = netglot(args, { input: bridge, env: broken })
  expect({ status, stdout }).toEqual({ status: 70, stdout: '' })
  expect(stderr).toContain('error[NG9000]: netglot has a fault: boom')
  expect(stderr).toContain('this is a fault of netglot')
  expect(stderr).not.toMatch(/^\s+at /m)
})

test('and shows its stack to those who ask', () => {
  expect(netglot(args, { input: bridge, env: { ...broken, NETGLOT_DEBUG: '1' } }).stderr).toMatch(/^\s+at /m)
})
