import type { TargetAnswer } from '../../../src/index.ts'
import { render } from '../../../src/index.ts'
import { fixtures } from '../../fixtures.ts'

export const answerOf = (fixture: string, target: string): TargetAnswer => {
  const found = fixtures.find(({ name }) => name === fixture)
  const [answer] = found === undefined ? [] : render(found.source, { ...found.options, targets: [target], allowLoss: true }).targets
  if (answer === undefined || answer.failed) throw new Error(`${fixture} for ${target} has no answer`)
  return answer
}

/** A file with a secret that belongs to a group of its own, services, and packages. */
const vpn = answerOf('wireguard/two-peers', 'debian-13')
const vpnOfNetworkd = answerOf('wireguard/two-peers', 'networkd@debian-13')

const text = (path: string, content: string): TargetAnswer['files'][number] => ({
  path,
  mode: '0644',
  owner: 'root',
  group: 'root',
  secret: false,
  content,
  lines: [],
})

/** What some format could take for its own: ends of here-documents, of sections and of strings, comments, escapes, blanks. */
const nastyLines = [
  ...[
    ' two blanks before',
    '',
    '\ta tab',
    'blanks behind  ',
    'END',
    '|bar',
    '%end',
    '%include /etc/passwd',
    '#cloud-config',
    '# ## template: jinja',
  ],
  ...[
    '$(reboot) `reboot` $HOME',
    '\\',
    '\\n \\x41 \\',
    "it's",
    "'''",
    '"',
    '"""',
    '""""""',
    '- a: &b *c',
    '{{ x }} {% y %}',
    'key: [a, "b"]',
    '---',
    '...',
  ],
  ...['Café ☕ 🌍', 'a line\u2028that\u2029some\u0085break', '\ufeffmark', '<a>&amp;]]>', '%20 100% data:,x'],
]

/** An answer that no target gives, with what the formats have to stand. */
const nasty: TargetAnswer = {
  ...vpnOfNetworkd,
  files: [
    ...vpnOfNetworkd.files,
    text("/etc/netglot/it's a $(name) \\.conf", `${nastyLines.join('\n')}\n`),
    text('/etc/netglot/only-ascii.conf', `${nastyLines.filter(line => /^[ -~\t]*$/.test(line)).join('\n')}\n`),
    text(`/etc/netglot/${'long/'.repeat(30)}${'name'.repeat(40)}`, 'far down\n'),
    text('/etc/netglot/empty-lines', '\n\n\n'),
  ],
}

const link = { path: '/etc/netglot/a link', to: "../it's there" }

export const answers: readonly { readonly name: string; readonly answer: TargetAnswer }[] = [
  { name: 'WireGuard of ifupdown', answer: vpn },
  { name: 'WireGuard of networkd', answer: vpnOfNetworkd },
  { name: 'nasty values of NetworkManager', answer: answerOf('keys/nasty', 'networkmanager') },
  { name: 'nasty files', answer: nasty },
  { name: 'nasty files and a link', answer: { ...nasty, links: [link] } },
]

/** Every character that a file of an answer can hold, and more: all but NUL. */
export const allCharacters: TargetAnswer = {
  ...vpnOfNetworkd,
  files: [text('/etc/netglot/all', `${Array.from({ length: 0x2ff }, (_, i) => String.fromCodePoint(i + 1)).join('')}\n`)],
}
