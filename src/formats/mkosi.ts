import type { TargetAnswer } from '../targets/render-target.ts'
import type { BesideFile, TreeFormat } from './format.ts'
import { imageScript } from './image-script.ts'
import { hasOpenRc, madeBy } from './needs.ts'

/**
 * A tree for mkosi 25 and newer: files in mkosi.extra, and a script that gives them their modes and owners. Services by a preset, since mkosi runs
 * `systemctl preset-all` after the script (mkosi(1), EXECUTION FLOW).
 */
export const mkosi: TreeFormat = {
  kind: 'tree',
  root: 'mkosi.extra',
  carries: {
    packages: true,
    services: 'systemd',
    obstacles: true,
    // It makes its initrd of packages, and of none of these files.
    initramfs: false,
    links: true,
    owners: 'name',
    cloudInit: false,
    exposed: undefined,
  },
  inTree: answer => {
    const preset = presetOf(answer)
    return preset === undefined ? answer : { ...answer, files: [...answer.files, preset] }
  },
  beside: answer => [...(answer.requires.length === 0 ? [] : [packagesOf(answer)]), scriptOf(answer)],
  places: ['mkosi.conf.d/50-netglot.conf', 'mkosi.postinst.d/50-netglot.chroot'],
}

/** The first preset that names a unit holds (systemd.preset(5)), so it comes before the distribution's own. */
const presetOf = (answer: TargetAnswer): TargetAnswer['files'][number] | undefined => {
  const { enable, disable } = answer.services
  if (hasOpenRc(answer) || enable.length + disable.length === 0) return undefined
  const lines = [`# ${madeBy(answer)}`, ...enable.map(unit => `enable ${unit}`), ...disable.map(unit => `disable ${unit}`)]
  const path = '/etc/systemd/system-preset/05-netglot.preset'
  return { path, mode: '0644', owner: 'root', group: 'root', secret: false, content: `${lines.join('\n')}\n`, lines: [] }
}

const packagesOf = (answer: TargetAnswer): BesideFile => ({
  path: 'mkosi.conf.d/50-netglot.conf',
  mode: '0644',
  content: [`# ${madeBy(answer)}`, '[Content]', ...answer.requires.map(required => `Packages=${required.package}`), ''].join('\n'),
})

const scriptOf = (answer: TargetAnswer): BesideFile => ({
  path: 'mkosi.postinst.d/50-netglot.chroot',
  mode: '0755',
  content: ['#!/bin/sh', `# ${madeBy(answer)}`, 'set -e', ...imageScript(answer), ''].join('\n'),
})
