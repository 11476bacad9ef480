import { el } from './dom.ts'

/** Puts a text onto the clipboard; false where the browser forbids it. */
export const copyText = async (text: string): Promise<boolean> => {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}

/** A button that copies, and says for a moment whether it did. */
export function copyButton(text: () => string, label: string, shown = 'Copy'): HTMLButtonElement {
  const button = el('button', { type: 'button', class: 'small', ...(shown === label ? {} : { 'aria-label': label }) }, shown)
  button.addEventListener('click', async () => {
    button.textContent = (await copyText(text())) ? 'Copied' : 'Not allowed'
    setTimeout(() => {
      button.textContent = shown
    }, 1500)
  })
  return button
}
