import { Document, Scalar } from 'yaml'
import type { PrintedFile } from '../print/print.ts'
import { base64 } from './bytes.ts'
import type { DocumentFormat } from './format.ts'
import { ignitionCarries, linksOf, ownersOf, unitsOf } from './ignition.ts'
import { madeBy } from './needs.ts'
import { asText, isPlain, yamlText } from './yaml-text.ts'

/** For Butane, which makes Ignition’s own format of it: fcos 1.0.0 becomes 3.0.0. */
export const butane: DocumentFormat = {
  kind: 'document',
  extension: '.bu',
  manifest: true,
  carries: ignitionCarries,
  print: answer => {
    const units = unitsOf(answer)
    const document = new Document(
      {
        variant: 'fcos',
        version: '1.0.0',
        storage: {
          files: answer.files.map(fileOf),
          ...(answer.links.length === 0 ? {} : { links: linksOf(answer) }),
        },
        ...(units.length === 0 ? {} : { systemd: { units } }),
      },
      { version: '1.1' },
    )
    return `# ${madeBy(answer)}\n${yamlText(document)}`
  },
}

const fileOf = ({ path, mode, owner, group, content }: PrintedFile): object => ({
  path,
  overwrite: true,
  mode: Object.assign(new Scalar(Number.parseInt(mode, 8)), { format: 'OCT' }),
  ...ownersOf({ owner, group }),
  contents: isPlain(content) ? { inline: asText(content) } : { source: `data:;base64,${base64(content)}` },
})
