// The man page: what --help prints of the program and its commands, as man(7) has it.

/** netglot: runs the program and gives what it prints. */
export function manPage(netglot) {
  const program = sections(netglot('--help'))
  const commands = entries(program.Commands).map(([synopsis, about]) => command(synopsis, about, netglot))
  return [
    `.TH NETGLOT 1 "" "netglot ${netglot('--version').trim()}" "User Commands"`,
    '.SH NAME',
    `netglot \\- ${roff('one network description in, the files of every Linux system out')}`,
    '.SH SYNOPSIS',
    ...commands.flatMap(({ synopsis }, i) => [...(i === 0 ? [] : ['.br']), `.B ${roff(synopsis)}`]),
    '.SH DESCRIPTION',
    ...description.map(roff),
    '.SH COMMANDS',
    ...commands.flatMap(({ lines }) => lines),
    '.SH EXIT STATUS',
    ...statuses.flatMap(([status, about]) => ['.TP', `.B ${status}`, roff(about)]),
    '.SH ENVIRONMENT',
    ...environment.flatMap(([name, about]) => ['.TP', `.B ${name}`, roff(about)]),
    '.SH SEE ALSO',
    seeAlso.map(([page, section]) => `.BR ${roff(page)} (${section})`).join(',\n'),
    '',
  ].join('\n')
}

const description = [
  'netglot reads a network description, a strict superset of the YAML of netplan, and prints or writes the configuration files of',
  'ifupdown, ifupdown2, ifupdown-ng, netplan, systemd-networkd, NetworkManager or wicked that come to the same. What a system can',
  'not express is an error that names the key, the reason and what to do instead: nothing is lost in silence. It changes nothing of',
  'a running network: it prints the commands that do.',
]
const statuses = [
  [0, 'done; there may be warnings and notes'],
  [1, 'the description is refused, a target would lose something, or something is in the way'],
  [2, 'wrong usage of the command line'],
  [3, 'something could not be read or written'],
  [70, 'a fault of netglot'],
]
const environment = [
  ['NO_COLOR', 'No colours on a terminal either.'],
  ['SOURCE_DATE_EPOCH', 'The time of the files in an archive, in seconds since 1970; 0 without.'],
  ['NETGLOT_DEBUG', 'Print where a fault of netglot happened.'],
]
const seeAlso = [
  ['netplan', 5],
  ['interfaces', 5],
  ['systemd.network', 5],
  ['nm-settings-keyfile', 5],
]

/** The parts of --help by their headings; what comes before the first one has none. */
function sections(help) {
  const parts = {}
  let heading = ''
  for (const line of help.split('\n')) {
    const [, next] = /^(\w[\w ]*):$/.exec(line) ?? []
    if (next !== undefined) heading = next
    else parts[heading] = [...(parts[heading] ?? []), line]
  }
  return parts
}

/** A table of --help, name and text: a line that begins further right goes on with the one before. */
function entries(lines = []) {
  const found = []
  const left = Math.min(...lines.filter(line => line.trim() !== '').map(line => line.search(/\S/)))
  const cut = columnOf(lines)
  for (const line of lines) {
    if (line.trim() === '') break
    const name = line.slice(0, cut).trim()
    // An option without a letter of its own stands four columns further right.
    if (name !== '' && line.search(/\S/) <= left + 4) found.push([name, line.slice(cut).trim()])
    else found.at(-1)[1] += ` ${line.trim()}`
  }
  return found.map(([name, text]) => [name, readable(text.replace(/\s+/g, ' '))])
}

/** Without the types, which the text makes clear. */
const readable = text =>
  text
    .replace(/ ?\[(array|string|boolean|number)\]/g, '')
    .replace(/ ?\[default: \[\]\]/, '')
    .replace(/ ?\[choices: (.*?)\]/, ' ($1)')
    .replace(/ ?\[default: (.*?)\]/, ' (default: $1)')

/** Where the second column of a table begins: after the widest name. */
function columnOf(lines) {
  const columns = lines.map(line => /^ *\S(?:.*?\S)?( {2,})(?=\S)/.exec(line)?.[0].length).filter(column => column !== undefined)
  const count = column => columns.filter(other => other === column).length
  return columns.toSorted((a, b) => count(b) - count(a))[0] ?? 0
}

function command(usage, about, netglot) {
  const synopsis = usage.replace(/\s+/g, ' ')
  const [, name] = synopsis.split(' ')
  const { Positionals, Options, Examples, '': _, ...groups } = sections(netglot(name, '--help'))
  return {
    synopsis,
    lines: [
      `.SS ${roff(synopsis)}`,
      `${roff(about)}.`,
      ...options([...entries(Positionals), ...entries(Options)]),
      ...Object.entries(groups).flatMap(([heading, lines]) => ['.PP', `${roff(heading)}:`, ...options(entries(lines))]),
      ...examples(Examples),
    ],
  }
}

const options = found =>
  found.filter(([option]) => !/--(help|version)\b/.test(option)).flatMap(([option, text]) => ['.TP', `.B ${roff(option)}`, roff(text)])

const examples = lines => {
  const table = entries(lines)
  if (table.length === 0) return []
  return ['.PP', 'Examples:', ...table.flatMap(([line, text]) => ['.TP', `.B ${roff(line)}`, roff(text)])]
}

/** groff takes a backslash for an escape, a hyphen for one that may break, a dot or an apostrophe at the beginning for a request. */
const roff = text =>
  text
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replaceAll('’', '\\(cq')
    .replaceAll('…', '\\&...')
    .replace(/^(?=[.'])/, '\\&')
