/** A piece of a line and what it is. */
export type Piece = readonly [kind: 'comment' | 'heading' | 'key' | 'word' | 'text', text: string]

type Rule = readonly [RegExp, readonly Piece[0][]]

const comment: Rule = [/^(\s*[#;].*)$/, ['comment']]
const heading: Rule = [/^(\[.*\])$/, ['heading']]
/** `Name=eno1`, `name: eno1`. */
const assignment: Rule = [/^(\s*(?:- )?)([\w.:/-]+)(\s*[=:](?:\s|$)?)(.*)$/, ['text', 'key', 'text', 'text']]
/** `iface eno1 inet dhcp`, `bridge_ports eno1`. */
const stanza: Rule = [/^((?:auto|allow-\w+|iface|source|source-directory|no-auto-down|template|mapping)\s+)(.*)$/, ['heading', 'word']]
const option: Rule = [/^(\s+[\w-]+)(\s.*)$/, ['key', 'text']]
const command: Rule = [/^(\s*[\w/.-]+)(.*)$/, ['key', 'text']]

const yaml: Rule = [/^(\s*(?:- )*)((?:"[^"]*"|[\w./@-]+):)(\s.*|)$/, ['text', 'key', 'text']]

const rulesOf = (path: string): readonly Rule[] => {
  if (/\/interfaces(\.d\/.*)?$/.test(path)) return [comment, stanza, option]
  if (/\.ya?ml$/.test(path)) return [comment, yaml]
  if (/\.(network|netdev|link|nmconnection|service|conf)$|\/ifcfg-|\/sysctl\.d\/|\/config$/.test(path))
    return [comment, heading, assignment]
  return [comment, command]
}

/** The pieces of a line of a file, to be told apart by colour. */
export const highlight = (path: string): ((line: string) => readonly Piece[]) => {
  const rules = rulesOf(path)
  return line => {
    for (const [pattern, kinds] of rules) {
      const match = pattern.exec(line)
      if (match !== null) return kinds.map((kind, i): Piece => [kind, match[i + 1] ?? '']).filter(([, text]) => text !== '')
    }
    return [['text', line]]
  }
}
