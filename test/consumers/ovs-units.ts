export interface TextFile {
  readonly path: string
  readonly content: string
}

interface Unit {
  readonly name: string
  readonly requires: readonly string[]
  readonly commands: readonly string[]
}

export const shellWord = (word: string): string => `'${word.replaceAll("'", String.raw`'\''`)}'`

/** A command as systemd.service(5) splits it into words, for a shell. */
const shellLine = (command: string): string =>
  [...command.matchAll(/(?:"(?:\\.|[^"\\])*"|[^\s"])+/g)]
    .map(([word]) => word.replaceAll(/"((?:\\.|[^"\\])*)"/g, (_, inner: string) => inner.replaceAll(/\\(.)/g, '$1')))
    .map((word, i) => (i === 0 ? 'ovs-vsctl' : shellWord(word.replaceAll('%%', '%').replaceAll('$$', '$'))))
    .join(' ')

const valuesOf = (content: string, key: string): readonly string[] =>
  [...content.matchAll(new RegExp(`^${key}=(.+)$`, 'gm'))].map(([, value = '']) => value)

const read = ({ path, content }: TextFile): Unit => ({
  name: path.replace(/^.*\//, ''),
  requires: valuesOf(content, 'Requires').flatMap(value => value.split(' ')),
  commands: valuesOf(content, 'ExecStart').filter(command => command.startsWith('/usr/bin/ovs-vsctl ')),
})

const depth = (unit: Unit, all: readonly Unit[]): number =>
  unit.requires.reduce((deepest, name) => {
    const other = all.find(candidate => candidate.name === name)
    return other === undefined ? deepest : Math.max(deepest, 1 + depth(other, all))
  }, 0)

/** What the commands of /etc/network/interfaces have ovs-vsctl do, stanza by stanza. */
export function interfacesCommands(files: readonly TextFile[]): readonly string[] {
  const file = files.find(({ path }) => path === '/etc/network/interfaces')
  return [...(file?.content ?? '').matchAll(/^ +(?:pre-up|up) (ovs-vsctl .+)$/gm)].map(([, command = '']) => command)
}

/** What the units of a system have ovs-vsctl do at boot, in an order that they allow, as lines for a shell. */
export function bootCommands(files: readonly TextFile[]): readonly string[] {
  const units = files.filter(({ path }) => path.endsWith('.service')).map(read)
  return [...units].sort((a, b) => depth(a, units) - depth(b, units)).flatMap(unit => unit.commands.map(shellLine))
}
