import type { Obstacle } from '../targets/answer.ts'
import type { TargetAnswer } from '../targets/render-target.ts'

type Argv = readonly string[]

/** The header of whatever holds an answer, in words. */
export const madeBy = ({ text }: TargetAnswer): string => `Made by netglot for ${text}. Edit the description and render again.`

/** Services of OpenRC are enabled by commands of their own. */
export const hasOpenRc = ({ apply }: TargetAnswer): boolean => apply.some(({ argv: [program] }) => program === 'rc-update')

/** What a stock system may have in the way, without the answer's own places. */
export const obstaclesOf = ({ files, links, remove }: TargetAnswer): readonly Obstacle[] =>
  remove.filter(({ path }) => !files.some(file => file.path === path) && !links.some(link => link.path === path))

/** The commands by which services are there at the next boot, or are not. They start and stop nothing. */
export function serviceCommands(answer: TargetAnswer): { readonly enable: readonly Argv[]; readonly disable: readonly Argv[] } {
  const { enable, disable } = answer.services
  if (hasOpenRc(answer))
    return {
      enable: answer.apply.map(({ argv }) => argv).filter(([program]) => program === 'rc-update'),
      disable: disable.map(service => ['rc-update', '-a', 'del', service]),
    }
  return {
    enable: enable.length === 0 ? [] : [['systemctl', 'enable', ...enable]],
    // One by one: that a service is not there keeps no other from being disabled.
    disable: disable.map(service => ['systemctl', 'disable', service]),
  }
}

/** The commands that make the initramfs anew, where a file has to be in it. */
export const initramfsCommands = ({ apply }: TargetAnswer): readonly Argv[] =>
  apply.map(({ argv }) => argv).filter(([program = '']) => ['update-initramfs', 'dracut', 'mkinitcpio', 'mkinitfs'].includes(program))

/** Whether cloud-init is likely to be there and to write its own. */
export const besideCloudInit = ({ remove }: TargetAnswer): boolean => remove.some(({ path }) => path.includes('cloud-init'))
