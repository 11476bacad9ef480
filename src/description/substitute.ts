import type { Report } from '../diagnostics/report.ts'
import type { Entry, MapNode, Node, ScalarNode } from './node.ts'
import { suggest } from './suggest.ts'

/** The variables of a host: texts, as all of YAML's scalars are. */
export type Variables = Readonly<Record<string, string>>

/** What a variable may be called. */
export const variableName = /^[A-Za-z_][\w.-]*$/

/** `$${`, which stands for `${`, or a variable. */
const pattern = /\$\$\{|\$\{([^}]*)(\}?)/g

/**
 * The tree with the values of variables for `${NAME}` in its scalars. What comes in is text of that scalar and nothing else: the YAML has been read
 * before, and a value that looks like a null is none. Keys stay as they are. What no scalar changes is shared with the tree.
 */
export function substitute(node: Node, variables: Variables, report: Report): Node {
  if (node.kind === 'scalar') return node.text.includes('${') ? filled(node, variables, report) : node
  if (node.kind === 'map') return substituteMap(node, variables, report)
  const items = node.items.map(item => substitute(item, variables, report))
  return items.every((item, i) => item === node.items[i]) ? node : { ...node, items }
}

function substituteMap(node: MapNode, variables: Variables, report: Report): MapNode {
  let changed = false
  const entries = new Map<string, Entry>()
  for (const [key, entry] of node.entries) {
    const value = substitute(entry.value, variables, report)
    const name = key.includes('${') ? literalKey(key, entry, report) : key
    changed ||= value !== entry.value || name !== key
    entries.set(name, value === entry.value ? entry : { ...entry, value })
  }
  return changed ? { ...node, entries } : node
}

const filled = (node: ScalarNode, variables: Variables, report: Report): ScalarNode => ({
  ...node,
  plain: false,
  text: node.text.replace(pattern, (whole, name: string | undefined, end: string | undefined) => {
    if (name === undefined) return '${'
    if (end === '' || !variableName.test(name)) report.add('bad-variable', { text: whole }, { span: node.span })
    else if (Object.hasOwn(variables, name)) return variables[name] ?? ''
    else report.add('undefined-variable', { name, suggestion: suggest(name, Object.keys(variables)) }, { span: node.span })
    return whole
  }),
})

/** A key is what references mean: it is the same on every host. */
const literalKey = (key: string, entry: Entry, report: Report): string => {
  const literal = key.replaceAll('$${', '${')
  if (key.replaceAll('$${', '').includes('${')) report.add('variable-in-key', { key }, { span: entry.key })
  return literal
}
