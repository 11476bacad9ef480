import { fingerprintOf } from './present.ts'

/** A text with a last line by which anybody can tell whether it is as netglot wrote it; for files that no manifest knows. */
export const sealed = (text: string): string => {
  const words = `As netglot wrote it: ${fingerprintOf(text)}`
  return `${text}${text.startsWith('<!--') ? `<!-- ${words} -->` : `# ${words}`}\n`
}

/** Whether a text is still as it was sealed. */
export const isSealed = (text: string): boolean => {
  const before = text.slice(0, text.lastIndexOf('\n', text.length - 2) + 1)
  return sealed(before) === text
}
