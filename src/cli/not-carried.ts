import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { Carries } from '../formats/format.ts'
import { besideCloudInit, hasOpenRc, initramfsCommands, obstaclesOf, serviceCommands } from '../formats/needs.ts'
import { quoted } from '../formats/shell-word.ts'
import type { Accounts } from '../targets/context.ts'
import type { TargetAnswer } from '../targets/render-target.ts'
import { found } from './found.ts'

/** What of an answer a format leaves to the user. */
export function notCarried(answer: TargetAnswer, format: string, carries: Carries, accounts: Accounts): readonly Diagnostic[] {
  const about = { target: answer.text }
  const packages = carries.packages ? [] : answer.requires.map(required => required.package)
  const services = carriesServices(answer, carries) ? [] : Object.values(serviceCommands(answer)).flat()
  const obstacles = carries.obstacles ? [] : obstaclesOf(answer).map(({ path }) => path)
  const initramfs = carries.initramfs ? [] : initramfsCommands(answer)
  const links = carries.links ? [] : answer.links.map(({ path }) => path)
  const secrets = answer.files.filter(({ secret }) => secret).map(({ path }) => path)
  return [
    ...(links.length === 0 ? [] : [found('format-links', { format, paths: links.join(', ') }, about)]),
    ...(packages.length === 0 ? [] : [found('format-packages', { format, packages: packages.join(', ') }, about)]),
    ...(services.length === 0 ? [] : [found('format-services', { format, commands: inWords(services) }, about)]),
    ...(obstacles.length === 0 ? [] : [found('format-obstacles', { format, paths: obstacles.join(', ') }, about)]),
    ...(initramfs.length === 0 ? [] : [found('format-initramfs', { format, commands: inWords(initramfs) }, about)]),
    ...(carries.owners === 'number' ? unknownNumbers(answer, format, accounts) : []),
    ...(carries.cloudInit || !besideCloudInit(answer) ? [] : [found('format-cloud-init', { format }, about)]),
    ...(carries.exposed === undefined || secrets.length === 0
      ? []
      : [found('format-exposed', { format, files: secrets.join(', '), why: carries.exposed }, about)]),
  ]
}

const carriesServices = (answer: TargetAnswer, { services }: Carries): boolean =>
  services === 'all' || (services === 'systemd' && !hasOpenRc(answer))

const inWords = (commands: readonly (readonly string[])[]): string => commands.map(argv => argv.map(quoted).join(' ')).join('; ')

/** An archive has numbers beside names, for those who unpack it where the names are not known. */
function unknownNumbers(answer: TargetAnswer, format: string, { users, groups }: Accounts): readonly Diagnostic[] {
  const about = { target: answer.text }
  const isUnknown = (name: string, numbers: Readonly<Record<string, number>>): boolean => name !== 'root' && !Object.hasOwn(numbers, name)
  return answer.files.flatMap(({ path: file, owner, group }) => [
    ...(isUnknown(owner, users) ? [found('format-owner', { format, file, account: owner, option: `--user ${owner}=NUMBER` }, about)] : []),
    ...(isUnknown(group, groups)
      ? [found('format-owner', { format, file, account: group, option: `--group ${group}=NUMBER` }, about)]
      : []),
  ])
}
