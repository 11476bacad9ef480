import { fleet } from './fleet.ts'
import { formats } from './formats.ts'
import { lint } from './lint.ts'
import { loss } from './loss.ts'
import { notes } from './notes.ts'
import { program } from './program.ts'
import { recipes } from './recipes.ts'
import { references } from './references.ts'
import { schema } from './schema.ts'
import { yaml } from './yaml.ts'

/** Every diagnostic that netglot can give. */
export const catalogue = { ...yaml, ...schema, ...references, ...lint, ...loss, ...notes, ...program, ...formats, ...fleet, ...recipes }
