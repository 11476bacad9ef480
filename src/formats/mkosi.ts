import type { TargetAnswer } from '../targets/render-target.ts'
import type { BesideFile, TreeFormat } from './format.ts'
import { imageScript } from './image-script.ts'
import { hasOpenRc, madeBy } from './needs.ts'

/** The first preset that names a unit holds (systemd.preset(5)), so it comes before the distribution's own. */
const presetPath = 'mkosi.extra/etc/systemd/system-preset/05-netglot.preset'

/**
 * A tree for mkosi 25 and newer: files in mkosi.extra, and a script that gives them their modes and owners. Services by a preset, since mkosi runs
 * `systemctl preset-all` after the script (mkosi(1), EXECUTION FLOW). It is no file of the answer's: on the machine `render --root` would call it left over.
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
  beside: answer => [...(answer.requires.length === 0 ? [] : [packagesOf(answer)]), ...presetOf(answer), scriptOf(answer)],
  places: ['mkosi.conf.d/50-netglot.conf', presetPath, 'mkosi.postinst.d/50-netglot.chroot'],
}

const presetOf = (answer: TargetAnswer): readonly BesideFile[] => {
  const { enable, disable } = answer.services
  if (hasOpenRc(answer) || enable.length + disable.length === 0) return []
  const lines = [`# ${madeBy(answer)}`, ...enable.map(unit => `enable ${unit}`), ...disable.map(unit => `disable ${unit}`)]
  return [{ path: presetPath, mode: '0644', content: `${lines.join('\n')}\n` }]
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
