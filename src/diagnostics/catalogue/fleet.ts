import { spec } from '../spec.ts'

/** NG83xx: the variables and the hosts of `render --fleet`. */
export const fleet = {
  'undefined-variable': spec<{ name: string; suggestion: string | undefined }>({
    code: 'NG8301',
    severity: 'error',
    message: p => `the variable ${p.name} has no value for this host`,
    hint: p =>
      p.suggestion === undefined
        ? `give hosts.csv a column ${p.name}, and this host a value there; where a dollar and a brace are meant, write two dollars`
        : `did you mean ${p.suggestion}?`,
  }),
  'bad-variable': spec<{ text: string }>({
    code: 'NG8302',
    severity: 'error',
    message: p => `${p.text} is no variable`,
    hint: () =>
      'write a dollar and {NAME}: letters, digits, _, - and . without blanks, and no digit at the beginning; where a dollar and a brace are meant, write two dollars',
  }),
  'variable-in-key': spec<{ key: string }>({
    code: 'NG8303',
    severity: 'error',
    message: p => `${p.key} is a key, and variables stand in values only`,
    hint: () =>
      'write the key out, in the files of the hosts where it differs between them; where a dollar and a brace are meant, write two dollars',
  }),
  'variable-unquoted': spec<object>({
    code: 'NG8304',
    severity: 'info',
    message: () => 'between [ ] or { } a brace that is not in quotes is one of YAML’s own',
    hint: () => 'put the whole value in quotes, from the dollar to the brace',
  }),
  'bad-host-name': spec<{ name: string }>({
    code: 'NG8305',
    severity: 'error',
    message: p => `"${p.name}" can't be the name of a host`,
    hint: () => 'at most 200 letters, digits, - , _ and . , the first a letter, a digit or _, and no two dots one after the other',
  }),
  'host-twice': spec<{ host: string; first: string; second: string }>({
    code: 'NG8306',
    severity: 'error',
    message: p => `the host ${p.host} is there twice: ${p.first} and ${p.second}`,
    hint: () => 'remove one of the two; several files of one host belong into a folder of its name',
  }),
  'bad-table': spec<{ why: string }>({
    code: 'NG8307',
    severity: 'error',
    message: p => `this is no table of hosts: ${p.why}`,
    hint: () => 'the first line names the columns, one of them host, with commas between; each other line is a host (docs/fleet.md)',
  }),
  'bad-row': spec<{ why: string }>({
    code: 'NG8308',
    severity: 'error',
    message: p => `this row can't be read: ${p.why}`,
    hint: () => 'as many cells as there are columns, with commas between; a cell with a comma, a quote or a line end stands in "quotes"',
  }),
  'no-host': spec<{ files: string }>({
    code: 'NG8309',
    severity: 'warning',
    message: p => `passed over, since they are no hosts: ${p.files}`,
    hint: () => 'a host is HOST.yaml, a folder HOST or a row of hosts.csv; a name that begins with a dot is passed over without a word',
  }),
  'empty-fleet': spec<{ folder: string }>({
    code: 'NG8310',
    severity: 'error',
    message: p => `there is no host in ${p.folder}`,
    hint: () => 'a host is HOST.yaml, a folder HOST or a row of hosts.csv there',
  }),
  'host-without-file': spec<{ host: string }>({
    code: 'NG8311',
    severity: 'error',
    message: p => `nothing describes ${p.host}: it has neither a file of its own nor one that all share`,
    hint: p => `write ${p.host}.yaml, or give the FILE that all hosts share: netglot render FILE --fleet DIR`,
  }),
  'host-left': spec<{ hosts: string; removed: boolean }>({
    code: 'NG8312',
    severity: 'warning',
    message: p => `no longer of this fleet, ${p.removed ? 'and could not be removed whole' : 'and still there'}: ${p.hosts}`,
    hint: p =>
      p.removed
        ? 'what stays is not netglot’s, or somebody changed it: look at it and remove it by hand'
        : 'let --prune remove what netglot wrote for them',
  }),
}
