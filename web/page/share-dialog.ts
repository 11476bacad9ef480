import type { Shareable } from '../protocol.ts'
import { copyText } from './clipboard.ts'
import { byId, el } from './dom.ts'
import { toFragment } from './share-link.ts'

/** Shows a link that carries the description, and what was left out of it. */
export async function showShareDialog({ text, leftOut }: Shareable, target: string): Promise<void> {
  const dialog = byId('share-dialog', HTMLDialogElement)
  const close = el('button', { type: 'button', click: () => dialog.close() }, 'Close')
  const heading = el('h2', { id: 'share-heading', class: 'dialog-heading' }, 'Share')
  if (text === undefined) {
    const why = 'There is no link yet: as long as the description is refused, nobody can tell what in it is a password.'
    dialog.replaceChildren(heading, el('p', {}, why), el('p', { class: 'buttons' }, close))
  } else {
    const link = `${location.href.replace(/#.*$/, '')}${await toFragment({ text, target })}`
    const field = el('input', { type: 'text', readonly: true, 'aria-label': 'Link', value: link })
    const copy = el('button', { type: 'button', class: 'main' }, 'Copy link')
    copy.addEventListener('click', async () => {
      field.select()
      copy.textContent = (await copyText(link)) ? 'Copied' : 'Copy it by hand'
    })
    const about = 'The description is in the link itself, behind the #: it is sent to no server by opening it.'
    dialog.replaceChildren(heading, el('p', {}, about), field, ...warning(leftOut), el('p', { class: 'buttons' }, close, copy))
  }
  dialog.showModal()
}

const warning = (leftOut: readonly string[]): readonly HTMLElement[] => {
  if (leftOut.length === 0) return [el('p', {}, 'It holds no password and no private key. Names, addresses and MACs are in it.')]
  const items = leftOut.map(place => el('li', {}, el('code', {}, place)))
  return [
    el('p', { class: 'warning' }, 'Left out, since they are secret; whoever opens the link has to put in their own:'),
    el('ul', {}, ...items),
    el('p', {}, 'Names, addresses and MACs are in it.'),
  ]
}
