/** The shells, and what makes each of them complete the command line by asking the program. */
export const scripts = {
  // bash takes @, = and : for breaks between words, so what stands before the last of them is there already.
  bash: `# bash completion for netglot
_netglot() {
  local words cur
  read -ra words <<<"\${COMP_LINE:0:COMP_POINT}"
  if [[ \${COMP_LINE:0:COMP_POINT} == *' ' ]]; then words+=(''); fi
  cur=\${words[\${#words[@]} - 1]}
  mapfile -t COMPREPLY < <(compgen -W "$(SHELL=bash netglot --get-yargs-completions "\${words[@]}" 2>/dev/null)" -- "$cur")
  COMPREPLY=("\${COMPREPLY[@]#"\${cur%"\${cur##*[@=:]}"}"}")
}
complete -o default -F _netglot netglot
`,
  // yargs gives WORD:DESCRIPTION to zsh, which is what _describe reads.
  zsh: `#compdef netglot
_netglot() {
  local -a answers
  answers=("\${(@f)$(SHELL=zsh netglot --get-yargs-completions "\${(@)words[1,CURRENT]}" 2>/dev/null)}")
  _describe netglot answers || _files
}
if [ "\${funcstack[1]}" = _netglot ]; then _netglot "$@"; else compdef _netglot netglot; fi
`,
  // fish wants a tab where zsh has a colon.
  fish: `# fish completion for netglot
function __netglot_answers
  set -l words (commandline -opc) (commandline -ct)
  SHELL=zsh netglot --get-yargs-completions $words 2>/dev/null | string replace -r '(?<!\\\\\\\\):' \\t | string replace -a '\\\\:' :
end
complete -c netglot -a '(__netglot_answers)'
`,
} as const

export type Shell = keyof typeof scripts
