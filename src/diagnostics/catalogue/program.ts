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
    hint: () => 'resolve it by hand, or let --force move it to a backup',
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
  'left-over': spec<{ file: string; why: string; prunable: boolean }>({
    code: 'NG8101',
    severity: 'error',
    message: p => `${p.file} is left over: ${p.why}`,
    hint: p =>
      p.prunable
        ? 'let --prune remove it, or --force move it to a backup'
        : '--prune keeps it: look at it, then let --force move it to a backup',
  }),
  'edited-file': spec<{ file: string; why: string }>({
    code: 'NG8102',
    severity: 'error',
    message: p => `${p.file} is not netglot's to overwrite: ${p.why}`,
    hint: () => 'see `netglot diff`, take into the description what is to stay, then let --force move it to a backup',
  }),
  'owner-not-set': spec<{ owner: string; files: string }>({
    code: 'NG8103',
    severity: 'warning',
    message: p => `only root can give files to ${p.owner}: ${p.files}`,
    hint: () => 'run it as root (fakeroot counts), or chown the files afterwards',
  }),
  'not-undone': spec<{ file: string; why: string }>({
    code: 'NG8104',
    severity: 'error',
    message: p => `${p.file} could not be put back as it was: ${p.why}`,
    hint: () => 'the new files and the old are mixed now: remove the cause and run it again, which writes the rest',
  }),
  'unknown-account': spec<{ file: string; kind: 'user' | 'group'; name: string }>({
    code: 'NG8120',
    severity: 'error',
    message: p => `${p.file} has to belong to ${p.kind} ${p.name}, and nothing tells the number of that ${p.kind}`,
    hint: p =>
      `give --${p.kind} ${p.name}=NUMBER, or --accounts DIR with the system’s etc/passwd and etc/group, or install first what makes the ${p.kind}`,
  }),
  'playground-missing': spec<{ folder: string }>({
    code: 'NG8601',
    severity: 'error',
    message: p => `the files of the playground are not here: there is no ${p.folder}`,
    hint: () => 'install netglot anew, or run `npm run web` in its sources',
  }),
  'port-refused': spec<{ port: number; why: string }>({
    code: 'NG8602',
    severity: 'error',
    message: p => `the playground can not be served at port ${p.port} of 127.0.0.1: ${p.why}`,
    hint: () => 'leave --port out, and a free one is taken; with --open no port is needed at all',
  }),
  'guests-filtered': spec<{ bridges: string; bridge: string }>({
    code: 'NG8501',
    severity: 'info',
    message: p => `Docker is enabled: its br_netfilter and its FORWARD policy may drop what guests on ${p.bridges} send beyond the host`,
    hint: p =>
      `set net.bridge.bridge-nf-call-iptables to 0 in /etc/sysctl.d, or run \`iptables -I DOCKER-USER -i ${p.bridge} -o ${p.bridge} -j ACCEPT\` once Docker has started`,
  }),
  'guests-taken': spec<{ devices: string; specs: string }>({
    code: 'NG8471',
    severity: 'warning',
    message: p => `NetworkManager is enabled and knows nothing of ${p.devices}: it may take a TAP out of its bridge, and no log says so`,
    hint: p => `write \`unmanaged-devices+=${p.specs}\` below [keyfile] in a file of /etc/NetworkManager/conf.d`,
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
