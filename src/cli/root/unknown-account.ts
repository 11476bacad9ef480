/** A file should belong to an account whose number nothing tells. */
export class UnknownAccount extends Error {
  readonly about: { readonly file: string; readonly kind: 'user' | 'group'; readonly name: string }

  constructor(file: string, kind: 'user' | 'group', name: string) {
    super(`${file} belongs to ${kind} ${name}`)
    this.about = { file, kind, name }
  }
}
