// extract-vmlinux.mjs BZIMAGE VMLINUX: the kernel without its own unpacker, which takes six seconds under emulation. QEMU starts it by its PVH note.
import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'

const [image, out] = process.argv.slice(2)
const xz = Buffer.from([0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00])
const packed = readFileSync(image)
const start = packed.indexOf(xz)
// What follows the packed kernel makes xz complain, after it has unpacked it.
const { stdout } = spawnSync('xz', ['--decompress', '--stdout', '--single-stream'], { input: packed.subarray(start), maxBuffer: 1 << 28 })
if (start < 0 || stdout.subarray(0, 4).toString('latin1') !== '\x7fELF') throw new Error(`${image} holds no kernel packed with xz`)
writeFileSync(out, stdout)
