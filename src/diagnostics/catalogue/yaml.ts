import { spec } from '../spec.ts'

/** NG1xxx: reading the text and merging the files. */
export const yaml = {
  'yaml-syntax': spec<{ what: string }>({
    code: 'NG1001',
    severity: 'error',
    message: p => `the YAML can't be read: ${p.what}`,
    hint: () => 'mend the line; indentation is by spaces, and a text with ": " or " #" in it wants quotes',
  }),
  'control-character': spec<{ character: string }>({
    code: 'NG1002',
    severity: 'error',
    message: p => `there is a control character (${p.character}) in the text`,
    hint: () => 'take it out: no configuration file of any target could hold it safely',
  }),
  'merge-key': spec<object>({
    code: 'NG1003',
    severity: 'error',
    message: () => 'merge keys (<<) are not part of the description language, nor of netplan',
    hint: () => 'write the keys out, or use an anchor and an alias for the whole value',
  }),
  'alias-bomb': spec<{ limit: number }>({
    code: 'NG1004',
    severity: 'error',
    message: p => `the description has more than ${p.limit} values once its aliases are unfolded, or an alias that holds itself`,
    hint: () => 'take out aliases that hold other aliases; describe a fleet with one file for each host',
  }),
  'key-not-text': spec<object>({
    code: 'NG1005',
    severity: 'error',
    message: () => 'a key must be a plain text, not a list, a mapping or nothing',
    hint: () => 'give the key a name',
  }),
  'too-deep': spec<object>({
    code: 'NG1006',
    severity: 'error',
    message: () => 'the YAML is nested too deeply to be a network description',
    hint: () => 'check that this is the right file',
  }),
  'several-documents': spec<object>({
    code: 'NG1007',
    severity: 'error',
    message: () => 'there is more than one YAML document in the file',
    hint: () => 'put each document into a file of its own and give them all: they merge in the order given',
  }),
  'no-network': spec<object>({
    code: 'NG1008',
    severity: 'error',
    message: () => 'there is no `network:` at the top level, so nothing is described',
    hint: () => 'begin the description with `network:` and put the devices below it',
  }),
  'too-large': spec<{ megabytes: number; limit: number }>({
    code: 'NG1009',
    severity: 'error',
    message: p => `the description is ${p.megabytes} MB large; ${p.limit} MB is the limit`,
    hint: () => 'check that this is the right file; describe a fleet with one file for each host',
  }),
  'not-utf8': spec<object>({
    code: 'NG1010',
    severity: 'error',
    message: () => 'the file is not UTF-8 text',
    hint: () => 'save it as UTF-8, or check that this is the right file',
  }),
  'reserved-key': spec<object>({
    code: 'NG1011',
    severity: 'error',
    message: () => '`__proto__` can’t be a key: JavaScript keeps the name for itself, and what stands below it would be lost',
    hint: () => 'choose another name',
  }),
  overridden: spec<{ by: string }>({
    code: 'NG1101',
    severity: 'info',
    message: p => `this value has no effect: ${p.by} sets it again`,
    hint: () => 'take out the one that is not meant',
  }),
}
