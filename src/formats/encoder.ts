/** Node and browsers have it alike; the types of neither are known here. */
declare const TextEncoder: new () => {
  encode(text: string): Uint8Array
  encodeInto(text: string, into: Uint8Array): { readonly written: number }
}

/** Makes UTF-8 of text. A lone surrogate is refused long before. */
export const encoder = new TextEncoder()
