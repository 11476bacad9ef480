import type { Diagnostic } from '../diagnostic.ts'

/** One line a diagnostic: `input.yaml:3:5: error[NG2001] ifupdown@0.8.41: message`. */
export const short = (d: Diagnostic): string => {
  const place = d.span === undefined ? '' : `${d.span.file}:${d.span.line}:${d.span.column}: `
  return `${place}${d.severity}[${d.code}]${d.target === undefined || d.message.startsWith(d.target) ? '' : ` ${d.target}`}: ${d.message}`
}
