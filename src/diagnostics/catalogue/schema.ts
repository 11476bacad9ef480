import { spec } from '../spec.ts'

/** NG2xxx: keys and values, each by itself. */
export const schema = {
  'unknown-key': spec<{ key: string; suggestion: string | undefined; known: string }>({
    code: 'NG2001',
    severity: 'error',
    message: p => `there is no key \`${p.key}\` here`,
    hint: p => (p.suggestion === undefined ? `known here: ${p.known}` : `did you mean \`${p.suggestion}\`?`),
  }),
  'wrong-shape': spec<{ expected: string; found: string }>({
    code: 'NG2002',
    severity: 'error',
    message: p => `this must be ${p.expected}, and it is ${p.found}`,
    hint: p =>
      p.expected === 'a list' && p.found === 'a single value' ? 'put it into brackets: a list of one is a list' : `write ${p.expected}`,
  }),
  'bad-value': spec<{ value: string; expected: string }>({
    code: 'NG2003',
    severity: 'error',
    message: p => `${p.value} can't stand here: it must be ${p.expected}`,
    hint: p => `write ${p.expected}`,
  }),
  'missing-key': spec<{ key: string }>({
    code: 'NG2004',
    severity: 'error',
    message: p => `\`${p.key}\` is missing`,
    hint: p => `add \`${p.key}:\``,
  }),
  'bad-interface-name': spec<{ name: string; why: string; vlan: string | undefined }>({
    code: 'NG2005',
    severity: 'error',
    message: p => `${p.name} can't be the name of an interface: ${p.why}`,
    hint: p =>
      p.vlan === undefined
        ? 'use 1 to 15 ASCII letters, digits, dots, dashes and underscores, beginning with a letter or a digit'
        : `call it by its number alone, \`${p.vlan}\`: a VLAN need not have its NIC’s name`,
  }),
}
