import type { CommandModule } from 'yargs'
import { toStdout } from '../emit.ts'

/** `netglot schema`: the JSON Schema of a description. */
export const schemaCommand: CommandModule = {
  command: 'schema',
  describe: 'Print the JSON Schema of a description, for editors',
  builder: yargs =>
    yargs
      .example('$0 schema > netglot.schema.json', 'Then, at the top of a description: # yaml-language-server: $schema=netglot.schema.json')
      .wrap(null),
  handler: async () => {
    const { jsonSchema } = await import('../../reference/json-schema.ts')
    toStdout(`${JSON.stringify(jsonSchema(), null, 2)}\n`)
  },
}
