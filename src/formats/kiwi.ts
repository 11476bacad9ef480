import type { TargetAnswer } from '../targets/render-target.ts'
import type { BesideFile, TreeFormat } from './format.ts'
import { imageScript } from './image-script.ts'
import { madeBy, serviceCommands } from './needs.ts'
import { quoted } from './shell-word.ts'

/** A description folder for kiwi: its overlay tree, the script that it runs in the image after it, and what the description can include. */
export const kiwi: TreeFormat = {
  kind: 'tree',
  root: 'root',
  carries: {
    packages: true,
    services: 'all',
    obstacles: true,
    // It makes the initramfs itself, after config.sh.
    initramfs: true,
    links: true,
    owners: 'name',
    cloudInit: false,
    exposed: undefined,
  },
  beside: answer => [...(answer.requires.length === 0 ? [] : [packagesOf(answer)]), scriptOf(answer)],
  places: ['netglot-packages.xml', 'config.sh'],
}

/** For `<include from="this://netglot-packages.xml"/>`. */
const packagesOf = (answer: TargetAnswer): BesideFile => ({
  path: 'netglot-packages.xml',
  mode: '0644',
  content: [
    `<!-- ${madeBy(answer)} -->`,
    '<image>',
    '  <packages type="image">',
    ...answer.requires.map(required => `    <package name="${required.package}"/>`),
    '  </packages>',
    '</image>',
    '',
  ].join('\n'),
})

const scriptOf = (answer: TargetAnswer): BesideFile => {
  const { enable, disable } = serviceCommands(answer)
  const words = (argv: readonly string[]): string => argv.map(quoted).join(' ')
  const lines = [...imageScript(answer), ...disable.map(argv => `${words(argv)} || :`), ...enable.map(words)]
  return { path: 'config.sh', mode: '0755', content: ['#!/bin/sh', `# ${madeBy(answer)}`, 'set -e', ...lines, ''].join('\n') }
}
