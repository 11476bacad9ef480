import { encoder } from './encoder.ts'

/** Bytes to which others are added at the end. */
export class GrowingBytes {
  /** All there is room for: beyond the end there are zeros. */
  room: Uint8Array<ArrayBuffer>
  end = 0

  constructor(size: number) {
    this.room = new Uint8Array(size)
  }

  /** Adds so many zeros, and returns where they begin. */
  zeros(count: number): number {
    const at = this.end
    this.reserve(count)
    this.end += count
    return at
  }

  /** Adds text as UTF-8. */
  text(text: string): void {
    // No unit of UTF-16 takes more than three bytes.
    this.reserve(3 * text.length)
    this.end += encoder.encodeInto(text, this.room.subarray(this.end)).written
  }

  /** What was added. */
  get added(): Uint8Array<ArrayBuffer> {
    return this.room.subarray(0, this.end)
  }

  private reserve(count: number): void {
    if (this.end + count <= this.room.length) return
    const larger = new Uint8Array(2 * (this.end + count))
    larger.set(this.room)
    this.room = larger
  }
}
