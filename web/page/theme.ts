import { byId } from './dom.ts'

const key = 'netglot-theme'
const listeners: (() => void)[] = []

/** Tells when somebody has chosen light or dark. */
export const onTheme = (changed: () => void): void => void listeners.push(changed)

const dark = matchMedia('(prefers-color-scheme: dark)')

/** Light or dark as the system has it, until somebody chooses. */
export function startTheme(): void {
  const button = byId('theme', HTMLButtonElement)
  const show = (theme: string | undefined): void => {
    if (theme === undefined) delete document.documentElement.dataset.theme
    else document.documentElement.dataset.theme = theme
    button.setAttribute('aria-pressed', String((theme ?? (dark.matches ? 'dark' : 'light')) === 'dark'))
  }
  show(kept())
  dark.addEventListener('change', () => show(kept()))
  button.addEventListener('click', () => {
    const theme = button.getAttribute('aria-pressed') === 'true' ? 'light' : 'dark'
    show(theme)
    keep(theme)
    for (const changed of listeners) changed()
  })
}

/** A file: page may have nowhere to keep it. */
const kept = (): string | undefined => {
  try {
    return localStorage.getItem(key) ?? undefined
  } catch {
    return undefined
  }
}

const keep = (theme: string): void => {
  try {
    localStorage.setItem(key, theme)
  } catch {
    // It holds until the page is left.
  }
}
