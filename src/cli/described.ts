import { check } from '../description/check.ts'
import { parse } from '../description/parse.ts'
import type { Source } from '../description/source.ts'
import { Report } from '../diagnostics/report.ts'
import type { Link } from '../model/network.ts'
import { normalise } from '../normalise/index.ts'

/** The names by which the described devices are known to the kernel, before and after a renaming. */
export function describedNames(source: Source): readonly string[] {
  const report = new Report()
  const parsed = parse(source, report)
  const description = parsed && check(parsed, report)
  const network = description && normalise(description, report)
  return [...new Set((network?.links ?? []).flatMap(namesOf))].filter(name => !/[*?[]/.test(name))
}

const namesOf = (link: Link): readonly string[] => {
  const matched = 'match' in link ? link.match?.name?.value : undefined
  return [link.interface?.value, matched].filter(name => name !== undefined)
}
