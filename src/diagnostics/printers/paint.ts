import type { Severity } from '../spec.ts'

const codes = { error: '1;31', warning: '1;33', info: '1;36', frame: '1;34', strong: '1' } as const

export type Style = Severity | 'frame' | 'strong'

/** Gives text a look on a terminal. */
export type Paint = (style: Style, text: string) => string

/** Colours, or the text as it is. */
export const paintWith =
  (colour: boolean): Paint =>
  (style, text) =>
    colour ? `\u001b[${codes[style]}m${text}\u001b[0m` : text

/** Text that can't steer a terminal: control characters and signs that turn the direction of writing show as a replacement. */
export const visible = (text: string): string => text.replaceAll(/[\p{Cc}\p{Cs}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu, '\ufffd')
