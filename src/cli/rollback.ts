import { quoted } from '../formats/shell-word.ts'
import type { TargetAnswer } from '../targets/render-target.ts'

/** How to come back to a remote machine that the change has cut off. */
export interface Rollback {
  /** Commands to run before anything else. */
  readonly before: readonly string[]
  /** The command that calls it off. */
  readonly after: string
}

/** What is new goes, what was there comes back, and so does the initramfs: cp alone takes nothing away. */
export function rollbackOf({ files, links, services, apply }: TargetAnswer): Rollback {
  const made = [...files, ...links].map(({ path }) => quoted(path)).join(' ')
  if (apply.some(({ argv: [program] }) => program === 'rc-update')) return withOpenRc(made, services.enable)
  const disable = services.enable.length === 0 ? [] : [`systemctl disable ${services.enable.map(quoted).join(' ')}`]
  const initramfs = apply
    .filter(({ argv: [program = ''] }) => ['update-initramfs', 'dracut', 'mkinitcpio', 'mkinitfs'].includes(program))
    .map(step => step.argv.join(' '))
  const restore = [`rm -f ${made}`, 'cp -a /root/etc.before/. /etc/', ...initramfs, 'systemctl reboot']
  return apply.some(({ when }) => when === 'reboot') ? acrossReboot([...disable, ...restore]) : byTimer([...disable, ...restore])
}

/** An older copy would take the new one into itself. */
const save = 'rm -rf /root/etc.before && cp -a /etc /root/etc.before'

const byTimer = (undo: readonly string[]): Rollback => ({
  before: [`${save} && systemd-run --unit=undo-network --on-active=10min sh -c ${quoted(undo.join('; '))}`],
  after: 'systemctl stop undo-network.timer',
})

/** A timer of systemd-run is gone after a reboot (systemd.unit(5), transient units), so this one is a file. It removes itself, or the machine would reboot for ever. */
const acrossReboot = (undo: readonly string[]): Rollback => {
  const unit = '/etc/systemd/system/undo-network'
  const itself = ['systemctl disable undo-network.timer', `rm -f ${unit}.service ${unit}.timer`]
  return {
    before: [
      `${save} && echo ${quoted([...itself, ...undo].join('; '))} >/root/undo-network`,
      `printf '[Service]\\nExecStart=/bin/sh /root/undo-network\\n' >${unit}.service`,
      `printf '[Timer]\\nOnBootSec=10min\\n[Install]\\nWantedBy=timers.target\\n' >${unit}.timer`,
      'systemctl enable undo-network.timer',
    ],
    after: 'systemctl disable --now undo-network.timer',
  }
}

/** OpenRC has no timers: its service `local` runs the files of local.d at boot, and this one waits there too, until it is taken away. */
const withOpenRc = (made: string, enabled: readonly string[]): Rollback => {
  const file = '/etc/local.d/undo-network.start'
  const disable = enabled.map(service => `rc-update del ${quoted(service)} boot`)
  const undo = ['sleep 600', `[ -e ${file} ] || exit`, `rm -f ${file} ${made}`, ...disable, 'cp -a /root/etc.before/. /etc/', 'reboot']
  return {
    before: [
      `${save} && echo ${quoted(`setsid sh -c ${quoted(undo.join('; '))} >/dev/null 2>&1 &`)} >${file}`,
      `chmod +x ${file} && rc-update add local default && ${file}`,
    ],
    after: `rm ${file}`,
  }
}
