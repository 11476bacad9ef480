import type { Cidr } from '../../src/model/address.ts'
import type { Leaf } from '../../src/model/leaf.ts'
import type { Link, Network, Rule } from '../../src/model/network.ts'
import type { KernelRule, KernelState } from './kernel-state.ts'
import { tableOf } from './routes.ts'

export const rulesOf = (link: Link, state: KernelState): readonly string[] =>
  link.rules.filter(rule => !hasRule(rule, state)).map(rule => `lacks the rule ${showRule(rule)}`)

export const hasRule = (rule: Rule, state: KernelState): boolean =>
  (rule.family === 4 ? state.rules4 : state.rules6).some(kernel => isRule(kernel, rule, state))

/** The rules that nobody has described, and the second ones of those that somebody has. */
export const surplusRulesOf = ({ links }: Network, state: KernelState): readonly string[] =>
  ([4, 6] as const).flatMap(family => {
    const left = (family === 4 ? state.rules4 : state.rules6).filter(rule => !isOwn(rule, state))
    for (const rule of links.flatMap(link => link.rules)) {
      const found = rule.family === family ? left.findIndex(kernel => isRule(kernel, rule, state)) : -1
      if (found >= 0) left.splice(found, 1)
    }
    return left.map(
      ({ priority, src, srclen, table }) =>
        `there is the IPv${family} rule ${priority}: from ${src}${srclen === undefined ? '' : `/${srclen}`} table ${table}`,
    )
  })

/** What each kernel has, and one that has VRFs (net/core/fib_rules.c, drivers/net/vrf.c). */
const isOwn = ({ priority, src, table }: KernelRule, { links }: KernelState): boolean =>
  src === 'all' &&
  ((priority === 0 && table === 'local') ||
    (priority === 32766 && table === 'main') ||
    (priority === 32767 && table === 'default') ||
    (priority === 1000 && table === undefined && links.some(link => link.linkinfo?.info_kind === 'vrf')))

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
