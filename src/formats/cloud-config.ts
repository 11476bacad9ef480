import { Document, Scalar } from 'yaml'
import type { PrintedFile } from '../print/print.ts'
import type { Obstacle } from '../targets/answer.ts'
import type { TargetAnswer } from '../targets/render-target.ts'
import { backupOf } from './backup-name.ts'
import { base64 } from './bytes.ts'
import type { DocumentFormat } from './format.ts'
import { initramfsCommands, madeBy, obstaclesOf, serviceCommands } from './needs.ts'
import { quoted } from './shell-word.ts'
import { asText, isPlain, yamlText } from './yaml-text.ts'

/** User data for cloud-init. Its own network configuration is made before user data is read, so what is delivered holds from the next boot on. */
export const cloudConfig: DocumentFormat = {
  kind: 'document',
  extension: '.yaml',
  manifest: true,
  carries: {
    packages: true,
    services: 'all',
    obstacles: true,
    initramfs: true,
    links: true,
    owners: 'name',
    cloudInit: true,
    exposed: 'user data can be read from the metadata service by every program of the machine',
  },
  print: answer => {
    const { files, requires } = answer
    const commands = commandsOf(answer)
    const document = new Document(
      {
        write_files: [offSwitch, ...files.map(entryOf)],
        ...(requires.length === 0 ? {} : { packages: requires.map(required => required.package) }),
        ...(commands.length === 0 ? {} : { runcmd: commands }),
      },
      { version: '1.1' },
    )
    return `#cloud-config\n# ${madeBy(answer)}\n${yamlText(document)}`
  },
}

const entryOf = ({ path, content, owner, group, mode }: PrintedFile): object => ({
  path,
  ...(isPlain(content) ? { content: asText(content) } : { encoding: 'b64', content: base64(content) }),
  owner: `${owner}:${group}`,
  permissions: asQuoted(mode),
  // Before the packages are installed, an account of theirs is not there (cloud-init's documentation, Write Files, "defer").
  ...(owner === 'root' && group === 'root' ? {} : { defer: true }),
})

const asQuoted = (text: string): Scalar => Object.assign(new Scalar(text), { type: Scalar.QUOTE_SINGLE })

/** cloud-init's own documentation, "Disabling network activation". */
const offSwitch = {
  path: '/etc/cloud/cloud.cfg.d/99-disable-network-config.cfg',
  content: asText('network: {config: disabled}\n'),
  owner: 'root:root',
  permissions: asQuoted('0644'),
}

/** For the next boot: nothing that runs is touched. */
const commandsOf = (answer: TargetAnswer): readonly (string | readonly string[])[] => {
  const { enable, disable } = serviceCommands(answer)
  return [
    ...answer.links.map(({ path, to }) => ['ln', '-sfn', to, path]),
    ...obstaclesOf(answer).map(moveAside),
    ...disable,
    ...enable,
    ...initramfsCommands(answer),
  ]
}

/** cloud-init keeps what such a line says in /var/log/cloud-init-output.log. */
const moveAside = ({ path }: Obstacle): string => {
  const backup = backupOf(path)
  const [from, to, left] = [path, backup, `${path} is in the way, and ${backup} is there already`].map(quoted)
  return `[ ! -e ${from} ] || { [ ! -e ${to} ] && mv ${from} ${to}; } || echo ${left} >&2`
}
