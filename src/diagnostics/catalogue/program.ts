import { spec } from '../spec.ts'

/** NG8xxx: files and options. NG9xxx: faults of netglot's own. */
export const program = {
  'unknown-target': spec<{ name: string; known: string; suggestion: string | undefined }>({
    code: 'NG8001',
    severity: 'error',
    message: p => `there is no target ${p.name}`,
    hint: p => (p.suggestion === undefined ? `known: ${p.known}` : `did you mean ${p.suggestion}?`),
  }),
  'unknown-version': spec<{ target: string; version: string; known: string }>({
    code: 'NG8002',
    severity: 'error',
    message: p => `${p.version} is no version of ${p.target} that netglot knows`,
    hint: p => `known: ${p.known}, and what comes between and after them; an older one may not read what netglot writes`,
  }),
  'file-unreadable': spec<{ file: string; why: string }>({
    code: 'NG8003',
    severity: 'error',
    message: p => `${p.file} can't be read: ${p.why}`,
    hint: () => 'check the path and its permissions',
  }),
  'file-unwritable': spec<{ file: string; why: string }>({
    code: 'NG8004',
    severity: 'error',
    message: p => `${p.file} can't be written: ${p.why}`,
    hint: () => 'check the directory, its permissions and the free space',
  }),
  'in-the-way': spec<{ file: string; why: string }>({
    code: 'NG8005',
    severity: 'error',
    message: p => `${p.file} is in the way: ${p.why}`,
    hint: () => 'resolve it by hand, or let --adopt move it to a backup',
  }),
  'second-stack': spec<{ service: string; why: string; root: string }>({
    code: 'NG8006',
    severity: 'error',
    message: p => `${p.service} is enabled: ${p.why}`,
    hint: p =>
      p.root === '/'
        ? `run: systemctl disable --now ${p.service}`
        : `run: systemctl --root=${p.root} disable ${p.service}, or on the machine itself: systemctl disable --now ${p.service}`,
  }),
  'leaf-unaccounted': spec<{ target: string; path: string }>({
    code: 'NG9001',
    severity: 'error',
    message: p => `netglot forgot ${p.path} on the way to ${p.target}: it was neither written nor reported`,
    hint: () => 'this is a fault of netglot, not of the description: please report it with the description',
  }),
  internal: spec<{ what: string }>({
    code: 'NG9000',
    severity: 'error',
    message: p => `netglot has a fault: ${p.what}`,
    hint: () => 'this is a fault of netglot, not of the description: please report it with the description',
  }),
}
