import type { Match, PhysicalLink } from '../../../model/network.ts'
import { joined, type Piece, piece } from '../../documents/document.ts'
import type { InterfacesHandler } from '../../interfaces/documents.ts'
import { command } from '../../interfaces/format.ts'
import { Inexpressible, type Text } from '../../text.ts'

/**
 * Names a NIC. Alpine has neither udev nor .link files unless somebody installs eudev, and mdev's nameif(8) goes by the MAC alone. The
 * device that has the name already is asked first, so that the second ifup names no other one.
 */
export const rename: InterfacesHandler<string> = (leaf, { stanzas }, { link, context }) => {
  const { match } = link as PhysicalLink
  const isRadio: Piece = { text: `[ ${link.kind === 'wifi' ? '' : '! '}-e $n/phy80211 ]`, origins: [], secret: false, why: undefined }
  const tests = joined([isRadio, ...(match === undefined ? [] : testsOf(match))], ' && ')
  const line = [
    'cd /sys/class/net && for n in $IFACE *; do',
    `[ -e $n/device ] && ${tests.text} || continue;`,
    '[ $n = $IFACE ] || ip link set dev $n name $IFACE || exit 1; break; done; [ -e $IFACE ]',
  ].join(' ')
  stanzas.first.runPiece(
    'create',
    { ...tests, text: command(line), origins: [...leaf.origins, ...tests.origins] },
    'gives the matched device this name',
  )
  return context.ledger.placed(leaf)
}

const testsOf = ({ all, name, mac, drivers }: Match): readonly Piece[] => [
  ...(all === undefined ? [] : [piece(command('true'), all)]),
  ...(mac === undefined ? [] : [piece(command(`[ "$(cat $n/address)" = ${mac.value} ]`), mac)]),
  ...(name === undefined ? [] : [piece(fits('$n', [name.value]), name)]),
  ...(drivers.length === 0 ? [] : [joinedDrivers(drivers)]),
]

const joinedDrivers = (drivers: Match['drivers']): Piece => {
  const text = fits(
    '$(basename $(readlink $n/device/driver))',
    drivers.map(driver => driver.value),
  )
  return {
    ...joined(
      drivers.map(driver => piece(command(driver.value), driver)),
      ' ',
    ),
    text,
  }
}

/** Whether a word fits one of several globs, as a shell says it. */
const fits = (word: string, globs: readonly string[]): Text<'stanza'> =>
  command(`case ${word} in ${globs.map(pattern).join('|')}) ;; *) false ;; esac`)

/** A glob as a pattern of `case`: all but its own signs in quotes. */
const pattern = (glob: string): string => {
  if (/['\\]/.test(glob)) throw new Inexpressible('a pattern in a command can’t hold quotes or backslashes', 'leave them out')
  return glob.replaceAll(/[^\w*?[\]:.@%+-]+/g, other => `'${other}'`)
}
