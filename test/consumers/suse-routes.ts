import { isIP } from 'node:net'
import { networkOf, readCidr } from '../../src/model/address.ts'

interface Line {
  readonly number: number
  readonly words: readonly string[]
}

const number = /^(?:0|[1-9]\d*)$/
const types = new Set('unicast local broadcast multicast anycast blackhole unreachable prohibit throw nat'.split(' '))
const unbound = new Set(['blackhole', 'unreachable', 'prohibit', 'throw'])
const scopes = new Set(['global', 'site', 'link', 'host', 'nowhere'])
const table = (word: string): boolean =>
  ['main', 'local', 'default'].includes(word) || (number.test(word) && Number(word) > 0 && Number(word) < 4294967295)
const whole = (word: string): boolean => number.test(word) && Number(word) <= 4294967295

/** Options of a route that take a value, and whether wicked understands the value (compat-suse.c, __ni_suse_route_parse_opts). */
const routeOptions: Readonly<Record<string, (word: string) => boolean>> = {
  metric: whole,
  table,
  src: word => isIP(word) !== 0,
  scope: word => scopes.has(word),
  type: word => types.has(word),
  mtu: word => number.test(word) && Number(word) <= 65536,
  advmss: whole,
  initcwnd: whole,
  initrwnd: whole,
}

function linesOf(text: string): readonly Line[] {
  return text
    .split('\n')
    .map((line, index) => ({
      number: index + 1,
      words: (line.split('#', 1)[0] ?? '')
        .trim()
        .split(/\s+/)
        .filter(word => word !== ''),
    }))
    .filter(line => line.words.length > 0)
}

/** The family of an address or prefix, 0 for anything else. */
function family(word: string): number {
  const [ip = '', length, ...more] = word.split('/')
  if (more.length > 0 || (length !== undefined && !number.test(length))) return 0
  return Number(length ?? 0) <= (isIP(ip) === 4 ? 32 : 128) ? isIP(ip) : 0
}

function judgeOptions(options: readonly string[]): string | undefined {
  for (let at = 0; at < options.length; at += 2) {
    const [name = '', value = ''] = options.slice(at, at + 2)
    if (routeOptions[name]?.(value) !== true) return `Cannot parse route options "${options.slice(at).join(' ')}"`
  }
  return undefined
}

function judgeRoute(words: readonly string[], device: string): string | undefined {
  const [destination = '', gateway = '-', mask = '-', interfaceName = '-', ...options] = words
  if (gateway !== '-' && isIP(gateway) === 0) return `Cannot parse route gateway address "${gateway}"`
  if (mask !== '-') return `netglot writes no netmask column: ${mask}`
  if (interfaceName !== '-' && interfaceName !== device) return `Ignoring foreign interface name "${interfaceName}"`
  if (destination === 'default' && gateway === '-') return 'unable to find out address family'
  if (destination !== 'default' && family(destination) === 0) return `Cannot parse route destination "${destination}"`
  const prefix = readCidr(destination)
  if (prefix !== undefined && networkOf(prefix) !== prefix) return `the kernel refuses a destination with host bits: ${destination}`
  if (destination !== 'default' && gateway !== '-' && family(destination) !== isIP(gateway))
    return 'gateway of the other family, dropped without a word'
  if (gateway !== '-' && options.some(word => unbound.has(word))) return 'a blackhole and its kind have no gateway'
  return judgeOptions(options)
}

/** What wicked would refuse in `ifroute-DEVICE`, with line numbers. */
export function judgeRoutes(text: string, device: string): readonly string[] {
  const seen = new Set<string>()
  return linesOf(text).flatMap(({ number: line, words }) => {
    const [destination = '', gateway = '-', , , ...options] = words
    const option = (name: string, otherwise: string): string => options[options.indexOf(name) + 1] ?? otherwise
    const key = `${destination} ${isIP(gateway)} ${options.includes('metric') ? option('metric', '') : ''} ${options.includes('table') ? option('table', '') : 'main'}`
    const twice = seen.has(key) ? [`${line}: the same destination, metric and table again is dropped without a word`] : []
    seen.add(key)
    const wrong = judgeRoute(words, device)
    return wrong === undefined ? twice : [`${line}: ${wrong}`]
  })
}

/** Options of a rule; wicked takes a mark without a mask as its own mask, so netglot writes the mask always. */
const ruleOptions: Readonly<Record<string, (word: string, version: number) => boolean>> = {
  from: (word, version) => word === 'all' || family(word) === version,
  to: (word, version) => word === 'all' || family(word) === version,
  fwmark: word => /^(?:\d+|0x[0-9a-f]+)\/0x[0-9a-f]+$/.test(word),
  tos: word => /^0x[0-9a-f]{1,2}$/.test(word),
  pref: whole,
  table,
}

function judgeRule(words: readonly string[]): string | undefined {
  const [first = '', ...options] = words
  if (first !== 'ipv4' && first !== 'ipv6') return 'the family has to come first'
  for (let at = 0; at < options.length; at += 2) {
    const [name = '', value = ''] = options.slice(at, at + 2)
    if (ruleOptions[name]?.(value, first === 'ipv4' ? 4 : 6) !== true) return `Unknown routing rule option "${options.slice(at).join(' ')}"`
  }
  return undefined
}

/** What wicked would refuse in `ifrule-DEVICE`, with line numbers. */
export function judgeRules(text: string): readonly string[] {
  return linesOf(text).flatMap(({ number: line, words }) => {
    const wrong = judgeRule(words)
    return wrong === undefined ? [] : [`${line}: ${wrong}`]
  })
}
