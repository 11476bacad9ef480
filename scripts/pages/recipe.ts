import { rollbackOf } from '../../src/cli/rollback.ts'
import { Report } from '../../src/diagnostics/report.ts'
import { type Diagnostic, fillRecipe, type Recipe, recipes, render, type TargetAnswer } from '../../src/index.ts'
import type { Link, Network } from '../../src/model/network.ts'
import { type Attachment, attachments } from '../../src/recipes/attachments.ts'
import { targets } from '../../src/targets/index.ts'
import { understand } from '../../src/understand.ts'
import { problems } from './recipe-problems.ts'
import { generated } from './table.ts'

/** The page of each recipe: the problem, the description, and what every system gets of it. */
export const recipePages = (): Readonly<Record<string, string>> =>
  Object.fromEntries(recipes.map(recipe => [`recipes/${recipe.name}.md`, pageOf(recipe)]))

const fence = (language: string, text: string): string => `\`\`\`${language}\n${text.replace(/\n?$/, '\n')}\`\`\``

const pageOf = (recipe: Recipe): string => {
  const source = [{ name: `${recipe.name}.yaml`, text: fillRecipe(recipe.name).text ?? '' }]
  const { targets: answers, diagnostics } = render(source, { targets: Object.keys(targets) })
  const network = understand(source, new Report()).ready?.network
  if (network === undefined) throw new Error(`the recipe ${recipe.name} is refused`)
  return [
    `# ${recipe.title}`,
    generated,
    problems[recipe.name],
    '## The description',
    `${recipe.about} With your own values:`,
    fence('sh', commandOf(recipe)),
    fence('yaml', source[0]?.text ?? ''),
    '## What each system gets',
    'One of these is for your machine; `netglot render FILE -t TARGET` prints it with your values, in your version, with the packages it needs and what to move aside.',
    ...answers.map(answer => answerText(answer, diagnostics)),
    ...attachmentParts(attachments(source)),
    '## Put it into place, and keep a way back',
    'A wrong network cuts the session off that you type in. `netglot render` without `--root` prints a way back for the target: run it first. For systemd-networkd it is this, here in ten minutes:',
    ...wayBack(answers),
    `Then \`netglot render FILE -t TARGET --root /\` writes the files, and the commands that it prints take them over ([what a reload reaches](../apply.md)).${hasBridge(network) ? ' `netplan try` is no way back here: it refuses descriptions with parameters of a bridge.' : ''} When all is well, call the way back off.`,
    '## See that it is right',
    fence('', network.links.flatMap(checksOf).join('\n')),
    '## Undo',
    'The way back can be run by hand too: it takes the new files away and brings `/etc` back as it was. Without one: take away the files that the answer lists, put back what `--force` moved aside (`*.netglot-backup`), and reboot; devices that a stack has made stay until then.',
    '',
  ]
    .join('\n\n')
    .replace(/\n+$/, '\n')
}

/** The command with every value that is an example. */
const commandOf = ({ name, parameters }: Recipe): string => {
  const own = parameters
    .filter(parameter => parameter.own)
    .map(({ name: option, default: value }) => `--${option} ${/[\s]/.test(value) ? `'${value}'` : value}`)
  return [`netglot init ${name}`, ...own].join(' \\\n  ')
}

const answerText = (answer: TargetAnswer, diagnostics: readonly Diagnostic[]): string => {
  const title = targets[answer.target]?.title ?? answer.target
  const lost = diagnostics.filter(({ severity, target }) => severity === 'error' && target?.startsWith(`${answer.target}@`))
  if (lost.length > 0)
    return `**${title}**: not as it is. ${lost.map(({ code, message, hint }) => `[${code}](../diagnostics/${code}.md): ${message}; ${hint}.`).join(' ')}`
  const files = answer.files.map(
    ({ path, mode, content }) => `${mode === '0644' ? `# ${path}` : `# ${path} (${mode})`}\n${withoutHead(content)}`,
  )
  return `<details><summary>${title}</summary>\n\n${fence('', files.join('\n'))}\n\n</details>`
}

/** Without who made it, which is the same everywhere. */
const withoutHead = (content: string): string => content.replace(/^# Made by netglot.*\n/m, '').replace(/^\n+/, '')

const wayBack = (answers: readonly TargetAnswer[]): readonly string[] => {
  const answer = answers.find(({ target, failed }) => target === 'networkd' && !failed)
  if (answer === undefined) return []
  const { before, after } = rollbackOf(answer)
  return [fence('', [...before, '# when all is well:', after].join('\n'))]
}

const attachmentParts = (all: readonly Attachment[]): readonly string[] =>
  all.length === 0
    ? []
    : [
        '## The virtual machines',
        'The TAPs are there already, so QEMU neither makes them nor runs scripts. Each machine needs a MAC of its own: QEMU gives all the same one.',
        fence('', all.map(({ qemu }) => `qemu-system-x86_64 … ${qemu}`).join('\n')),
        "With libvirt (`managed='no'`: the device is not libvirt’s):",
        fence('xml', all.map(({ libvirt }) => libvirt).join('\n')),
      ]

const hasBridge = (network: Network): boolean => network.links.some(({ kind }) => kind === 'bridge')

/** What shows that a device is as it was described. */
const checksOf = (link: Link): readonly string[] => {
  const name = 'interface' in link && link.interface !== undefined ? link.interface.value : link.id
  const checks: Partial<Record<Link['kind'], readonly string[]>> = {
    bridge: [
      `bridge link show | grep 'master ${name} '`,
      `ip -br address show ${name}`,
      ...(link.kind === 'bridge' && link.vlanFiltering?.value ? ['bridge vlan show'] : []),
    ],
    tap: [`ip -d tuntap show | grep ${name}`],
    bond: [`cat /proc/net/bonding/${name}`],
    vlan: [`ip -d link show ${name}`],
    wifi: [`iw dev ${name} info | grep -e ssid -e 4addr`],
    wireguard: [`wg show ${name}`],
    vrf: [`ip route show vrf ${name}`],
  }
  return checks[link.kind] ?? [`ip -br link show ${name}`]
}
