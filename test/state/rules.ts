import type { Cidr } from '../../src/model/address.ts'
import type { Leaf } from '../../src/model/leaf.ts'
import type { Link, Rule } from '../../src/model/network.ts'
import type { KernelRule, KernelState } from './kernel-state.ts'
import { tableOf } from './routes.ts'

export const rulesOf = (link: Link, state: KernelState): readonly string[] =>
  link.rules.filter(rule => !hasRule(rule, state)).map(rule => `lacks the rule ${showRule(rule)}`)

export const hasRule = (rule: Rule, state: KernelState): boolean =>
  (rule.family === 4 ? state.rules4 : state.rules6).some(kernel => isRule(kernel, rule, state))

export const showRule = ({ from, to, mark, typeOfService, table, priority }: Rule): string =>
  Object.entries({
    from: from?.value.text,
    to: to?.value.text,
    fwmark: mark?.value,
    tos: typeOfService?.value,
    table: table?.value,
    priority: priority?.value,
  })
    .flatMap(([word, value]) => (value === undefined ? [] : [word, value]))
    .join(' ')

const isRule = (kernel: KernelRule, rule: Rule, state: KernelState): boolean =>
  isNetwork(rule.from, kernel.src, kernel.srclen) &&
  isNetwork(rule.to, kernel.dst, kernel.dstlen) &&
  (rule.priority === undefined || kernel.priority === rule.priority.value) &&
  tableOf(kernel.table, state) === (rule.table?.value ?? 254) &&
  Number(kernel.fwmark ?? 0) === (rule.mark?.value ?? 0) &&
  Number(kernel.tos ?? 0) === (rule.typeOfService?.value ?? 0)

/** `all` stands for any address, and a single one has no length. */
const isNetwork = (cidr: Leaf<Cidr> | undefined, ip: string | undefined, length: number | undefined): boolean => {
  if (cidr === undefined || cidr.value.prefix === 0) return ip === undefined || ip === 'all'
  return ip === cidr.value.ip && (length ?? (cidr.value.family === 4 ? 32 : 128)) === cidr.value.prefix
}
