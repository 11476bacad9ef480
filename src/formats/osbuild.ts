import type { PrintedFile } from '../print/print.ts'
import type { DocumentFormat } from './format.ts'
import { hasOpenRc, madeBy } from './needs.ts'

/** A blueprint for osbuild and image-builder. */
export const osbuild: DocumentFormat = {
  kind: 'document',
  extension: '.toml',
  // Files may be below /etc and /root alone (osbuild/images, pkg/policies, CustomFilesPolicies).
  manifest: false,
  carries: {
    packages: true,
    services: 'systemd',
    obstacles: false,
    initramfs: false,
    links: false,
    owners: 'name',
    cloudInit: false,
    exposed: 'a blueprint is kept by the build service, and read by all who may use it',
  },
  print: answer => {
    const { enable, disable } = answer.services
    const services = hasOpenRc(answer) ? [] : [list('enabled', enable), list('disabled', disable)].flat()
    return [
      `# ${madeBy(answer)}`,
      'name = "network"',
      `description = ${text(`Network configuration for ${answer.text}`)}`,
      'version = "0.0.1"',
      ...answer.requires.flatMap(required => table('[[packages]]', `name = ${text(required.package)}`, 'version = "*"')),
      ...(services.length === 0 ? [] : table('[customizations.services]', ...services)),
      // Without a mode: a folder that is there already is taken as it is then (osbuild/images, osbuild/fsnode.go, dirExistOk).
      ...foldersOf(answer.files).flatMap(path => table('[[customizations.directories]]', `path = ${text(path)}`, 'ensure_parents = true')),
      ...answer.files.flatMap(fileOf),
      '',
    ].join('\n')
  },
}

const table = (head: string, ...lines: readonly string[]): readonly string[] => ['', head, ...lines]

const list = (key: string, values: readonly string[]): readonly string[] =>
  values.length === 0 ? [] : [`${key} = [${values.map(text).join(', ')}]`]

/** The folders must be there (Red Hat’s documentation, "Specifying customized files in the blueprint"). */
const foldersOf = (files: readonly PrintedFile[]): readonly string[] =>
  [...new Set(files.map(({ path }) => path.slice(0, path.lastIndexOf('/'))))].filter(folder => folder !== '/etc')

const fileOf = ({ path, mode, owner, group, content }: PrintedFile): readonly string[] =>
  table(
    '[[customizations.files]]',
    `path = ${text(path)}`,
    `mode = ${text(mode)}`,
    `user = ${text(owner)}`,
    `group = ${text(group)}`,
    `data = """\n${content.replaceAll(/\\|"{3,}/g, signs => signs.replaceAll(/./g, '\\$&'))}"""`,
  )

/** A basic string of TOML has the escapes of JSON. */
const text = (value: string): string => JSON.stringify(value)
