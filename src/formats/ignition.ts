import type { PrintedFile } from '../print/print.ts'
import type { TargetAnswer } from '../targets/render-target.ts'
import { base64 } from './bytes.ts'
import type { Carries, DocumentFormat } from './format.ts'
import { hasOpenRc } from './needs.ts'

/** Ignition installs nothing, and removes nothing of the image. */
export const ignitionCarries: Carries = {
  packages: false,
  services: 'systemd',
  obstacles: false,
  initramfs: false,
  links: true,
  owners: 'name',
  cloudInit: false,
  exposed: 'it can be read where it is kept, and by every program of the machine from the metadata service',
}

/** For Ignition, as 3.0.0, which every version of it since 2.0 reads. */
export const ignition: DocumentFormat = {
  kind: 'document',
  extension: '.ign',
  manifest: true,
  carries: ignitionCarries,
  print: answer => `${JSON.stringify(configOf(answer), null, 2)}\n`,
}

const configOf = (answer: TargetAnswer): object => {
  const units = unitsOf(answer)
  return {
    ignition: { version: '3.0.0' },
    storage: {
      files: answer.files.map(fileOf),
      ...(answer.links.length === 0 ? {} : { links: linksOf(answer) }),
    },
    ...(units.length === 0 ? {} : { systemd: { units } }),
  }
}

const fileOf = ({ path, mode, owner, group, content }: PrintedFile): object => ({
  path,
  overwrite: true,
  // JSON knows no octal numbers: 384 is 0600.
  mode: Number.parseInt(mode, 8),
  ...ownersOf({ owner, group }),
  contents: { source: `data:;base64,${base64(content)}` },
})

/** Who is not said is root. */
export const ownersOf = ({ owner, group }: Pick<PrintedFile, 'owner' | 'group'>): object => ({
  ...(owner === 'root' ? {} : { user: { name: owner } }),
  ...(group === 'root' ? {} : { group: { name: group } }),
})

/** The same for Butane. */
export const linksOf = ({ links }: TargetAnswer): readonly object[] => links.map(({ path, to }) => ({ path, overwrite: true, target: to }))

/** Units that are enabled or disabled; OpenRC has none. */
export const unitsOf = (answer: TargetAnswer): readonly object[] => {
  if (hasOpenRc(answer)) return []
  const { enable, disable } = answer.services
  return [...enable.map(name => ({ name, enabled: true })), ...disable.map(name => ({ name, enabled: false }))]
}
