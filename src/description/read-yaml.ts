import type { Report } from '../diagnostics/report.ts'
import { readAnyYaml } from './any-yaml.ts'
import type { Node } from './node.ts'
import { readPlainYaml } from './plain-yaml.ts'
import type { SourceFile } from './source.ts'

/** The tree of one file, as netplan reads it; undefined of none. */
export const readYaml = (file: SourceFile, report: Report): Node | undefined => readPlainYaml(file) ?? readAnyYaml(file, report)
