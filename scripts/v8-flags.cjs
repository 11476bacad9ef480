// Tells V8 to optimise later and less: each thread compiles for itself, and most runs are over before that has earned what it cost. A function has to be
// in use for longer, and of what is called from it less goes into its code. Its map() and filter() stay calls: written out, they make lists of another
// layout than before, for which whatever reads such a list is compiled again. It is said before any code is read, since V8 takes no compiled code
// (scripts/code-cache.cjs) that was made with other flags; what it costs and earns is in docs/performance.md.
const { setFlagsFromString } = require('node:v8')

// That of Node 22 and later counts calls instead, and says on standard error that it does not know the first of them.
if (process.versions.v8.startsWith('11.'))
  for (const flag of [
    'interrupt-budget=600000',
    'max-inlined-bytecode-size=50',
    'max-inlined-bytecode-size-cumulative=100',
    'no-turbo-inline-array-builtins',
  ])
    setFlagsFromString(`--${flag}`)
