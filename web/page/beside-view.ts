import type { Beside } from '../protocol.ts'
import { el } from './dom.ts'

/** What belongs to an answer beside its files: packages, services, links, what is in the way, and the commands to run next. */
export function besideView({ requires, services, links, remove, apply }: Beside): HTMLElement {
  const rows = [
    ...requires.map(one => row('Install', one.package, one.why)),
    ...remove.map(one => row('In the way', one.path, one.why)),
    ...links.map(one => row('Link', `${one.path} → ${one.to}`, '')),
    ...services.enable.map(name => row('Enable', name, '')),
    ...services.disable.map(name => row('Disable', name, '')),
    ...apply.map(step => row(step.when === 'reboot' ? 'To apply, reboot' : 'To apply', step.argv.map(word).join(' '), step.why)),
  ]
  if (rows.length === 0) return el('div')
  return el(
    'section',
    { class: 'file', 'aria-label': 'What goes with the files' },
    el('div', { class: 'file-head' }, el('h3', {}, 'With the files')),
    el('dl', { class: 'beside' }, ...rows.flat()),
  )
}

const row = (what: string, name: string, why: string): readonly HTMLElement[] => [
  el('dt', {}, what),
  el('dd', {}, el('code', {}, name), ...(why === '' ? [] : [el('small', {}, why)])),
]

/** As a shell reads it. */
const word = (text: string): string => (/^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`)
