import type { Leaf } from '../model/leaf.ts'
import { isVirtual, type Link, type MacPolicy, type PhysicalLink } from '../model/network.ts'
import type { Context } from '../targets/context.ts'
import type { Document } from '../targets/documents/document.ts'
import { LinesDocument } from '../targets/documents/lines.ts'
import type { Receipt } from '../targets/ledger.ts'
import { value } from '../targets/target.ts'
import { Inexpressible, text } from '../targets/text.ts'
import { dispatcherScript } from './dispatcher.ts'
import { keepDefaults, linkFile, matchKind } from './link.ts'
import { macPolicy } from './mac-policy.ts'
import { fileName } from './names.ts'
import { type OffloadName, onOff } from './offloads.ts'

/** Where udev has given a device its name already; rules of 80-net-setup-link.rules come before. */
const rulesPath = (file: string): string => `/etc/udev/rules.d/85-netglot-${file}.rules`
const sysctlPath = (file: string): string => `/etc/sysctl.d/90-netglot-${file}.conf`

/**
 * The files beside a target's own ones, for what its native syntax can't say about one link. All targets write them here, so that
 * one device has one .link file, one udev rules file and one sysctl file.
 */
export class Side<R, D> {
  private readonly link: Link
  private readonly context: Context<R, D>
  // Most links have none of them: each is made when it is first asked for.
  private ownRules: LinesDocument<'udev'> | undefined
  private ownSysctls: LinesDocument<'sysctl'> | undefined
  private ownDispatcher: LinesDocument<'shell'> | undefined

  constructor(link: Link, context: Context<R, D>) {
    this.link = link
    this.context = context
  }

  private get rules(): LinesDocument<'udev'> {
    this.ownRules ??= this.add(new LinesDocument({ path: rulesPath(fileName(this.link.id)) }, this.context.ledger))
    return this.ownRules
  }

  private get sysctls(): LinesDocument<'sysctl'> {
    this.ownSysctls ??= this.add(new LinesDocument({ path: sysctlPath(fileName(this.link.id)) }, this.context.ledger))
    return this.ownSysctls
  }

  private get dispatcher(): LinesDocument<'shell'> {
    this.ownDispatcher ??= this.add(dispatcherScript(fileName(this.link.id), this.context.ledger))
    return this.ownDispatcher
  }

  private add<T extends Document>(document: T): T {
    return this.context.add(document, this.link)
  }

  /** The path of the sysctl file, once it has a line. */
  get sysctlPath(): string | undefined {
    return this.ownSysctls?.empty === false ? this.ownSysctls.path : undefined
  }

  get hasRules(): boolean {
    return this.ownRules?.empty === false
  }

  /** The kernel's ifalias, set by udev when the device appears. */
  alias(leaf: Leaf<string>): Receipt {
    return this.rule(leaf, `ATTR{ifalias}="${udevValue(leaf.value)}"`)
  }

  /** 4-address mode, before anything can put the radio into a bridge. */
  fourAddress(leaf: Leaf<boolean>): Receipt {
    this.context.answer.require('iw', 'switches the radio to 4-address mode')
    return this.rule(leaf, `RUN+="/usr/sbin/iw dev $name set 4addr ${leaf.value ? 'on' : 'off'}"`, 'ENV{DEVTYPE}=="wlan", ')
  }

  /** The MAC of a device, where the stack can't set it: by ip(8), before anything brings the device up. */
  macAddress(leaf: Leaf<string>): Receipt {
    return this.rule(leaf, `RUN+="/usr/sbin/ip link set dev $name address ${udevValue(leaf.value)}"`)
  }

  /** The MTU of a device, where the stack can't set it. */
  mtu(leaf: Leaf<number>): Receipt {
    return this.rule(leaf, `ATTR{mtu}="${leaf.value}"`)
  }

  /** Wake-on-LAN: in the .link file of a NIC that is matched by what the kernel knows before its name, else by ethtool. */
  wakeOnLan(leaf: Leaf<boolean>): Receipt {
    if (foundBeforeNaming(this.link)) return this.linkSection().set('WakeOnLan', text('ini', leaf.value ? 'magic' : 'off'), leaf)
    this.context.answer.require('ethtool', 'sets wake-on-LAN')
    return this.rule(leaf, `RUN+="/usr/sbin/ethtool -s $name wol ${leaf.value ? 'g' : 'd'}"`)
  }

  /** An offload of a NIC: as wake-on-LAN. */
  offload(name: OffloadName, leaf: Leaf<boolean>): Receipt {
    if (foundBeforeNaming(this.link)) return this.linkSection().set(name.link, text('ini', leaf.value ? 'yes' : 'no'), leaf)
    this.context.answer.require('ethtool', 'sets offloads')
    return this.rule(leaf, `RUN+="/usr/sbin/ethtool -K $name ${name.ethtool} ${onOff(leaf.value)}"`)
  }

  /** Where the MAC comes from, for a stack that leaves it to udev. */
  macPolicy(leaf: Leaf<MacPolicy>): Receipt {
    return macPolicy(leaf, this.link, this.context, this)
  }

  /** How IP goes over InfiniBand: neither networkd 252 nor 257 knows the section [IPoIB] that its manual has for it. */
  infinibandMode(leaf: Leaf<'datagram' | 'connected'>): Receipt {
    return this.rule(leaf, `ATTR{mode}="${leaf.value}"`)
  }

  /** The number of virtual functions, for a NIC that a .link file finds. */
  functionCount(leaf: Leaf<number>): Receipt {
    return this.linkSection().set('SR-IOVVirtualFunctions', text('ini', String(leaf.value)), leaf)
  }

  /** The name that udev gives to the matched device. */
  setName(leaf: Leaf<string>): Receipt {
    return linkFile(this.link, this.context).section('Link').set('Name', text('ini', leaf.value), leaf)
  }

  /** Who may open the character device of a macvtap, whose number only the kernel knows. The kernel makes it for root alone. */
  tapAccount(kind: 'owner' | 'group', leaf: Leaf<string>): Receipt {
    const name = this.link.interface?.value
    if (name === undefined) return this.nameless(leaf)
    const grant = kind === 'owner' ? `OWNER="${udevValue(leaf.value)}"` : `GROUP="${udevValue(leaf.value)}", MODE="0660"`
    return this.rules.add(text('udev', `SUBSYSTEM=="macvtap", KERNELS=="${name}", ${grant}`), leaf)
  }

  /** Keeps udev from giving a device of our own a MAC, so that the kernel's choice holds, or that of the stack; `why` stands above it in the file. */
  keepMac(leaf: Leaf<unknown>, why?: string): Receipt {
    const name = this.link.interface
    if (name === undefined) return this.nameless(leaf)
    const document = linkFile(this.link, this.context)
    if (why !== undefined) document.comments.push(why)
    const match = document.section('Match')
    match.set('OriginalName', text('ini', name.value), name)
    matchKind(match, this.link.kind)
    return document.section('Link').set('MACAddressPolicy', text('ini', 'none'), leaf)
  }

  /**
   * A unit of systemd that is started whenever the device appears (systemd.device(5)); false for a device whose name nothing tells. Where udev gives a
   * NIC its name, the unit of that name comes with the event of the renaming, which has the new name for the kernel's.
   */
  wants(unit: string, why: string): boolean {
    const name = this.link.interface?.value
    if (name === undefined) return false
    const events = ['ACTION=="add", SUBSYSTEM=="net", NAME', ...(isVirtual(this.link) ? [] : ['ACTION=="move", SUBSYSTEM=="net", KERNEL'])]
    for (const event of events) this.rules.put(text('udev', `${event}=="${name}", ENV{SYSTEMD_WANTS}+="${unit}"`), why)
    return true
  }

  /**
   * A setting of the kernel for this interface. systemd's 99-systemd.rules runs systemd-sysctl(8) for every device that appears, so the
   * value holds for devices that are made late. The slash form is safe for names with dots.
   */
  sysctl(family: 'ipv4' | 'ipv6', key: string, setting: number, leaf: Leaf<unknown>): Receipt {
    const name = this.link.interface?.value
    if (name === undefined) return this.nameless(leaf)
    return this.sysctls.add(text('sysctl', `net/${family}/conf/${name}/${key} = ${setting}`), leaf)
  }

  /** [Link] of the .link file of a NIC. */
  private linkSection() {
    const section = linkFile(this.link, this.context).section('Link')
    if ((this.link as PhysicalLink).setName === undefined) keepDefaults(section)
    return section
  }

  /** A command that NetworkManager's dispatcher runs just before the device counts as up: of a port, when its bridge has taken it. */
  whenUp(command: (device: string) => string, leaf: Leaf<unknown>): Receipt {
    const name = this.link.interface?.value
    if (name === undefined) return this.nameless(leaf)
    return this.dispatcherOf(name).add(text('shell', command(name)), leaf)
  }

  /** The same for a command that no leaf asks for; false for a device whose name nothing tells. */
  whenUpToo(command: (device: string) => string, why: string): boolean {
    const name = this.link.interface?.value
    if (name !== undefined) this.dispatcherOf(name).put(text('shell', command(name)), why)
    return name !== undefined
  }

  /** The same for a setting of the kernel that NetworkManager changes when it takes the device. */
  sysctlWhenUp(family: 'ipv4' | 'ipv6', key: string, setting: number, leaf: Leaf<unknown>): Receipt {
    const name = this.link.interface?.value
    if (name === undefined) return this.nameless(leaf)
    this.context.answer.require('procps', 'sysctl(8), which the dispatcher’s script runs')
    return this.openScript(name).add(text('shell', `sysctl -qw net/${family}/conf/${name}/${key}=${setting}`), leaf)
  }

  private dispatcherOf(name: string): LinesDocument<'shell'> {
    this.context.answer.require('iproute2', 'ip(8) and bridge(8), which the dispatcher’s script runs')
    return this.openScript(name)
  }

  private openScript(name: string): LinesDocument<'shell'> {
    if (this.dispatcher.empty) {
      this.dispatcher.put(text('shell', `[ "$1 $2" = "${name} pre-up" ] || exit 0`), 'the script is called for all devices')
      this.context.answer.enable('NetworkManager-dispatcher.service')
    }
    return this.dispatcher
  }

  /** A rule for the device when it appears. */
  rule(leaf: Leaf<unknown>, action: string, condition = ''): Receipt {
    const name = this.link.interface?.value
    if (name === undefined) return this.nameless(leaf)
    return this.rules.add(text('udev', `ACTION=="add", SUBSYSTEM=="net", ${condition}NAME=="${name}", ${action}`), leaf)
  }

  private nameless(leaf: Leaf<unknown>): Receipt {
    return this.context.ledger.lose(leaf, namelessReason)
  }
}

/** Whether a .link file finds the NIC, by what the kernel knows before it has its name. */
export const foundBeforeNaming = (link: Link): boolean => {
  const match = 'match' in link ? link.match : undefined
  return match !== undefined && (match.mac !== undefined || match.drivers.length > 0)
}

/** Why a target that needs the kernel's name can't have a link that only `match` tells. */
export const namelessReason = value(
  'the kernel’s name of the device is not known: `match` has no plain name, and nothing gives it one',
  'add `set-name`, or use the kernel’s name as the definition’s name and drop `match`',
)

/** A value between quotes in a rule: udev(7) substitutes after % and $, and has no way to say a quote that all versions know. */
function udevValue(raw: string): string {
  if (/["\\]/.test(raw))
    throw new Inexpressible('a udev rule can’t hold quotes or backslashes in a value', 'leave quotes and backslashes out')
  return raw.replaceAll('%', '%%').replaceAll('$', '$$$$')
}
