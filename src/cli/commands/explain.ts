import { existsSync } from 'node:fs'
import type { Argv, CommandModule } from 'yargs'
import { suggest } from '../../description/suggest.ts'
import { emitDiagnostics, emitJson, refuse, toStdout } from '../emit.ts'
import { accountsOf, readAllowLoss, readFiles, readTargets } from '../options.ts'
import { statusOf, UsageError } from '../outcome.ts'
import { prepare } from '../prepare.ts'
import { builds, type Given, renderOptions } from './common.ts'

interface ExplainArguments extends Given {
  readonly WHAT?: readonly (string | number)[] | undefined
}

const builder = (yargs: Argv) =>
  renderOptions(yargs)
    .positional('WHAT', { type: 'string', array: true, describe: 'A code, a key, or with -t the files of a description' })
    .example('$0 explain host.yaml -t ifupdown', 'Each line of the files, and what in the description caused it')
    .example('$0 explain NG4003', 'What a diagnostic means')
    .example('$0 explain bridges.*.parameters.stp', 'What a key does, and what becomes of it on every target')

/** `netglot explain`: the files line by line, a diagnostic, or a key. */
export const explainCommand: CommandModule<object, ExplainArguments> = {
  command: 'explain [WHAT...]',
  describe: 'Explain each line of the files, a diagnostic’s code, or a key',
  builder: builds<ExplainArguments>(builder),
  handler: async given => {
    process.exitCode = given.target === undefined ? await explainWord(given) : await explainDescription(given)
  },
}

const explainWord = (given: ExplainArguments): Promise<number> => {
  const [word, ...more] = (given.WHAT ?? []).map(String)
  if (word === undefined || more.length > 0) throw new UsageError('explain wants one code or key, or files and -t')
  if (existsSync(word)) throw new UsageError(`say for which system with -t to have the lines of ${word} explained`)
  return /^NG\d+$/i.test(word) ? explainCode(word.toUpperCase(), given) : explainKey(word, given)
}

const explainCode = async (code: string, { format }: Given): Promise<number> => {
  const { pages } = await import('../../explain/pages.js')
  const page = pages[code]
  if (page === undefined) {
    const near = suggest(code, Object.keys(pages))
    throw new UsageError(`there is no code ${code}${near === undefined ? '' : `; there is ${near}`}`)
  }
  if (format === 'json') emitJson({ code, page })
  else toStdout(page)
  return 0
}

const explainKey = async (word: string, { format }: Given): Promise<number> => {
  const [{ keyAnswer, keyJson, keyText }, { factOf }] = await Promise.all([
    import('../key-answer.ts'),
    import('../../explain/facts/index.ts'),
  ])
  const answer = keyAnswer(word)
  const fact = factOf(answer.key.path)
  if (format === 'json') emitJson({ ...keyJson(answer), kernel: fact?.kernel, without: fact?.without })
  else toStdout(keyText(answer, fact))
  return 0
}

const explainDescription = async (given: ExplainArguments): Promise<number> => {
  const [{ explainFiles }, { explainText }] = await Promise.all([import('../../explain/explain.ts'), import('../explain-text.ts')])
  const accounts = accountsOf({ accounts: given.accounts, root: undefined, user: given.user, group: given.group })
  const options = {
    targets: readTargets(given.target),
    allowLoss: readAllowLoss(given['allow-loss']),
    accounts,
    machineWide: given['machine-wide'] === true,
  }
  const { source, targets, diagnostics, refused } = prepare(readFiles(given.WHAT), options)
  const json = given.format === 'json'
  if (refused) return refuse(diagnostics, source, json ? { targets: [] } : undefined)
  const answers = targets.filter(({ failed }) => !failed).map(answer => ({ answer, files: explainFiles(answer.files, source) }))
  if (json)
    emitJson({
      targets: answers.map(({ answer, files }) => ({ target: answer.target, version: answer.version, name: answer.name, files })),
      diagnostics,
    })
  else {
    const colour = process.stdout.isTTY === true && !process.env.NO_COLOR && process.env.TERM !== 'dumb'
    const heading = (text: string): string => (answers.length > 1 ? `# ===== ${text} =====\n\n` : '')
    toStdout(answers.map(({ answer, files }) => `${heading(answer.text)}${explainText(files, colour)}`).join('\n'))
    emitDiagnostics(diagnostics, source)
  }
  return statusOf(diagnostics)
}
