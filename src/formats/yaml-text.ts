import { type Document, Scalar } from 'yaml'

/** A text of several lines, in lines. */
export const asText = (text: string): Scalar => Object.assign(new Scalar(text), { type: Scalar.BLOCK_LITERAL })

/** A document as text in which no line is folded and no text is taken for a number. */
export const yamlText = (document: Document): string => document.toString({ lineWidth: 0, singleQuote: true })

/** Whether a YAML of version 1.1 can hold the text as it is: it has more line ends and fewer characters than 1.2 (YAML 1.1, 5.1 and 5.4). */
export const isPlain = (text: string): boolean =>
  !/[^\n\t\u0020-\u007e\u00a0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\u{10000}-\u{10ffff}]/u.test(text)
