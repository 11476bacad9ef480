type Properties = Readonly<Record<string, string | boolean | ((event: Event) => void) | undefined>>

/** An element with attributes (a function: what listens to that event) and what is in it. */
export function el<K extends keyof HTMLElementTagNameMap>(
  name: K,
  properties: Properties = {},
  ...inside: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(name)
  for (const [key, value] of Object.entries(properties)) {
    if (typeof value === 'function') element.addEventListener(key, value)
    else if (value === true) element.setAttribute(key, '')
    else if (typeof value === 'string') element.setAttribute(key, value)
  }
  element.append(...inside)
  return element
}

/** Makes these all that is in an element. What is there already stays untouched, with its focus and its layout. */
export function put(parent: Element, elements: readonly Element[]): void {
  const kept = new Set(elements)
  for (const child of [...parent.children]) if (!kept.has(child)) child.remove()
  let next = parent.firstElementChild
  for (const element of elements)
    if (element === next) next = next.nextElementSibling
    else parent.insertBefore(element, next)
}

/** The element of that id, which index.html has. */
export function byId<T extends HTMLElement>(id: string, kind: abstract new () => T): T {
  const found = document.getElementById(id)
  if (!(found instanceof kind)) throw new Error(`the page has no ${id}`)
  return found
}
