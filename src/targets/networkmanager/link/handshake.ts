import type { KeyManagement, Link } from '../../../model/network.ts'
import type { Context } from '../../context.ts'

/** Whose passwords NetworkManager calls wrong when a handshake fails. */
const byPassword: readonly KeyManagement[] = ['psk', 'psk-sha256', 'psk+sae']

/**
 * A handshake also fails where the signal is weak. NetworkManager then asks for another password, and a profile that gets no answer does not
 * come up of itself any more (nm-device-wifi.c, need_new_wpa_psk; nm-policy.c, NO_SECRETS). No property of a profile changes that before 1.58.
 */
export function noteHandshake<R, D>(link: Link, context: Context<R, D>): void {
  if (link.kind !== 'wifi' || !link.accessPoints.some(point => byPassword.includes(point.keyManagement.value))) return
  context.note('stack-behaviour', { target: context.spelling.text, link: link.id, ...asks }, link)
}

const asks = {
  does: 'when a WPA handshake fails, were it for a weak signal, NetworkManager asks for another password and stays away from the network until somebody answers',
  remedy:
    '`nmcli device connect` joins again, as does a restart of NetworkManager; where nobody is there to run it, let a timer do so, or take networkd',
}
