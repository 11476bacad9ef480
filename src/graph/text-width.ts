/** How many columns a text takes in a monospaced font: letters of East Asia and pictures two, marks on other letters none. */
export const columns = (text: string): number => [...text].reduce((sum, sign) => sum + width(sign), 0)

const width = (sign: string): number => {
  if (/[\p{M}\p{Cf}]/u.test(sign)) return 0
  return (sign.codePointAt(0) ?? 0) >= 0x1100 &&
    /[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{So}\u{ff00}-\u{ff60}\u{3000}-\u{303f}\u{1f000}-\u{1faff}]/u.test(
      sign,
    )
    ? 2
    : 1
}

/** Breaks a text at blanks, and where a word is longer than a line anywhere. */
export function wrap(text: string, most: number): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`
    if (columns(longer) <= most) {
      line = longer
      continue
    }
    if (line !== '') lines.push(line)
    line = ''
    for (const sign of word) {
      if (columns(line + sign) > most) {
        lines.push(line)
        line = ''
      }
      line += sign
    }
  }
  return [...lines, line]
}
