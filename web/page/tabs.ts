import type { Stack, Survey } from '../protocol.ts'
import { el } from './dom.ts'

export interface Tabs {
  readonly element: HTMLElement
  select(id: string): void
  /** Shows on a tab whether its target takes the description. */
  tell(id: string, survey: Survey): void
}

/** Tabs as WAI-ARIA has them: one can be reached with Tab, the others with the arrows. */
export function makeTabs(stacks: readonly Stack[], prefix: string, chosen: (id: string) => void): Tabs {
  const tabs = stacks.map(({ id, title }) => {
    const badge = el('span', { class: 'badge' })
    const tab = el('button', { type: 'button', role: 'tab', id: `${prefix}-${id}`, 'aria-controls': `${prefix}-panel`, title }, id, badge)
    tab.addEventListener('click', () => choose(id))
    return { id, tab, badge }
  })
  const mark = (id: string): void => {
    for (const one of tabs) {
      one.tab.setAttribute('aria-selected', String(one.id === id))
      one.tab.tabIndex = one.id === id ? 0 : -1
    }
  }
  const choose = (id: string): void => {
    mark(id)
    chosen(id)
  }
  const element = el('div', { role: 'tablist', 'aria-label': 'Target', class: 'tabs' }, ...tabs.map(({ tab }) => tab))
  element.addEventListener('keydown', event => {
    const at = tabs.findIndex(({ tab }) => tab === document.activeElement)
    const next = tabs[nextOf(event.key, at, tabs.length)]
    if (next === undefined) return
    event.preventDefault()
    next.tab.focus()
    choose(next.id)
  })
  return {
    element,
    select: mark,
    tell(id, survey) {
      const one = tabs.find(tab => tab.id === id)
      if (one !== undefined) badge(one.badge, survey)
    },
  }
}

const nextOf = (key: string, at: number, count: number): number => {
  if (key === 'ArrowRight') return (at + 1) % count
  if (key === 'ArrowLeft') return (at + count - 1) % count
  return key === 'Home' ? 0 : key === 'End' ? count - 1 : -1
}

const badge = (element: HTMLElement, { refused, losses }: Survey): void => {
  element.className = `badge ${refused ? '' : losses > 0 ? 'bad' : 'good'}`
  element.textContent = refused ? '' : losses > 0 ? String(losses) : '✓'
  const words = losses === 1 ? '1 loss' : `${losses} losses`
  element.title = refused ? '' : losses > 0 ? `loses something: ${words}` : 'loses nothing'
}
