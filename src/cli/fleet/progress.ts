import { toStderr } from '../emit.ts'
import { isTerminal } from '../standard-streams.ts'

const width = 30
/** In milliseconds: more often nobody sees it. */
const pause = 100

/** A bar on standard error, where that is a terminal. */
export class Progress {
  private readonly total: number
  private readonly shown: boolean
  private readonly began = Date.now()
  private last = 0

  constructor(total: number) {
    this.total = total
    this.shown = isTerminal(2) && process.env.TERM !== 'dumb'
  }

  step(done: number, bad: number): void {
    const now = Date.now()
    if (!this.shown || now - this.last < pause) return
    this.last = now
    const filled = Math.round((width * done) / this.total)
    const left = Math.round(((now - this.began) * (this.total - done)) / done / 1000)
    const bar = `${'#'.repeat(filled)}${'.'.repeat(width - filled)}`
    toStderr(`\r[${bar}] ${done}/${this.total} hosts, ${bad === 0 ? '' : `${bad} bad, `}${left} s left \u001b[K`)
  }

  /** Makes room for other lines. */
  clear(): void {
    if (this.shown && this.last > 0) toStderr('\r\u001b[K')
  }
}
