// What a reader of YAML might take for something else than a text.
const words = /^(?:y|n|yes|no|on|off|true|false|null|none|nan|inf)$/i

/** A text as a scalar of YAML, in block and in flow: plain where nobody can take it for something else, else in double quotes. */
export const yamlScalar = (text: string): string =>
  isPlain(text) ? text : JSON.stringify(text).replaceAll(/[\u007f-\u009f\u2028\u2029\ufeff]/g, escaped)

/** A name, or an IPv4 address with or without its prefix length. */
const isPlain = (text: string): boolean =>
  (/^[a-z/][\w./-]*$/i.test(text) && !words.test(text)) || /^\d{1,3}(?:\.\d{1,3}){3}(?:\/\d{1,2})?$/.test(text)

const escaped = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
