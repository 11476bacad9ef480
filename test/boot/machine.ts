import { execFileSync, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { KernelState } from '../state/kernel-state.ts'
import type { Case } from './cases.ts'
import type { Guest } from './guest.ts'
import type { Stack } from './stacks.ts'

/** What the guest's dump.sh writes. */
export interface Dump {
  /** Seconds after the start of the kernel: network-online.target is reached; the network is at rest. */
  readonly online: number
  readonly rest: number
  /** How many of the seconds before network-online.target the processor had nothing to do: a busy machine makes a boot long, a timeout makes it idle. */
  readonly idle: number
  /** Whether network-online.target was reached at all. */
  readonly reached: boolean
  /** The units that took longest, where a boot was idle for long; the unfinished ones, where the target was not reached. */
  readonly waited: string
  /** Whether all that was waited for came. */
  readonly settled: boolean
  /** Units that failed. */
  readonly failed: readonly string[]
  /** The faults that the case's own program has found, a line each. */
  readonly probe: string
  /** Of the kernel. */
  readonly release: string
  readonly journal: string | null
  readonly kernel: KernelState
  /** After the answer to the changed description was written over the first one and its commands for a reload were run; null where the case has none. */
  readonly reloaded: Reloaded | null
}

interface Reloaded {
  readonly settled: boolean
  readonly failed: readonly string[]
  /** The commands' own words. */
  readonly said: string
  readonly journal: string | null
  readonly kernel: KernelState
}

/** A boot takes twenty seconds on a machine of its own; here it may share two processors with a lot. */
const limit = 600_000

/** Boots the disk and gives what the guest dumped before it powered itself off. */
export async function boot(guest: Guest, stack: Stack, of: Case, disk: string, folder: string): Promise<Dump> {
  const console = join(folder, 'console')
  const trouble = await run(machineFor(guest, stack, of, disk, console))
  const dump = execFileSync('debugfs', ['-R', 'cat /root/var/lib/netglot-boot/state.json', disk], {
    encoding: 'utf8',
    stdio: 'pipe',
    maxBuffer: 1 << 28,
  })
  if (dump === '') throw new Error(`${trouble}no dump; the console:\n${readFileSync(console, 'utf8').slice(-4000)}`)
  return JSON.parse(dump) as Dump
}

/** Runs QEMU until the guest is off, and returns what went wrong. */
const run = (args: readonly string[]): Promise<string> =>
  new Promise((resolve, reject) => {
    const child = spawn('qemu-system-x86_64', args, { stdio: ['ignore', 'ignore', 'pipe'] })
    let words = ''
    let late = ''
    const timer = setTimeout(() => {
      late = `not off after ${limit / 1000} s; `
      child.kill('SIGKILL')
    }, limit)
    child.stderr.on('data', data => {
      words += data
    })
    child.on('error', reject)
    child.on('close', () => {
      clearTimeout(timer)
      resolve(late + words.replace(/^.*is not connected to host network\n/gm, ''))
    })
  })

/** No KVM: it is not to be had everywhere, and the times to wait are the same with it. */
const emulation =
  '-nodefaults -no-user-config -display none -no-reboot -machine pc,hpet=off,vmport=off,usb=off -accel tcg,thread=multi,tb-size=512'
const processor = '-cpu qemu64,+rdrand,+ssse3,+sse4.1,+sse4.2 -smp 1 -m 768 -device virtio-rng-pci,addr=0x13'
const kernelArguments =
  'console=ttyS0 quiet loglevel=3 mitigations=off nokaslr audit=0 selinux=0 apparmor=0 tsc=reliable no_timer_check cryptomgr.notests edd=off rcupdate.rcu_expedited=1 systemd.show_status=0 panic=-1'

const machineFor = (guest: Guest, stack: Stack, { nics }: Case, disk: string, console: string): readonly string[] => [
  ...words(emulation),
  ...words(processor),
  ...['-kernel', join(guest.folder, 'vmlinux'), '-initrd', join(guest.folder, 'initrd.cpio'), '-append', kernelArguments],
  ...drive(0, `file=${join(guest.folder, 'base.sqfs')},readonly=on`),
  ...drive(1, `file=${disk},cache=unsafe`),
  ...(stack.layer === undefined ? [] : drive(2, `file=${join(guest.folder, `${stack.layer}.sqfs`)},readonly=on`)),
  ...Object.entries(nics)
    .filter(([id]) => id !== 'wlan0')
    .flatMap(([, mac], i) => cable(i + 1, mac)),
  ...['-serial', `file:${console}`],
]

const words = (text: string): readonly string[] => text.split(' ')

const drive = (number: number, options: string): readonly string[] =>
  words(`-drive if=none,id=d${number},format=raw,${options} -device virtio-blk-pci,drive=d${number},addr=${slot(0x10 + number)}`)

/** A card of the machine and the far end's, with nothing else on their hub: no packet leaves QEMU. LACP bundles only ports that tell their speed. */
const cable = (number: number, mac: string): readonly string[] => [
  ...words(`-netdev hubport,id=near${number},hubid=${number} -netdev hubport,id=far${number},hubid=${number}`),
  ...words(
    `-device virtio-net-pci,netdev=near${number},mac=${mac},speed=1000,duplex=full,addr=${slot(2 + number)},acpi-index=${mac.at(-1)},romfile=`,
  ),
  ...words(`-device e1000,netdev=far${number},mac=02:00:00:00:66:0${number},addr=${slot(0x13 + number)},romfile=`),
]

const slot = (number: number): string => `0x${number.toString(16)}`
