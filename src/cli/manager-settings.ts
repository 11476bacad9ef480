import { readFileSync } from 'node:fs'
import { below, namesIn, statsOf } from './safe-path.ts'

/** Debian's NetworkManager leaves alone what /etc/network/interfaces names, unless it is told to manage that too (NetworkManager.conf(5), ifupdown). */
export const leavesInterfaces = (root: string): boolean => {
  const lines = settings(root)
  return lines.some(line => /^plugins\s*=.*\bifupdown\b/.test(line)) && !lines.some(line => /^managed\s*=\s*(?:true|yes|1)/.test(line))
}

/** Whether NetworkManager is told to leave a device alone; `type` as `nmcli -f GENERAL.TYPE device show` has it. A negative match wins. */
export function isUnmanaged(device: string, type: string | undefined, root: string): boolean {
  const specs = settings(root)
    .filter(line => /^unmanaged-devices\+?\s*=/.test(line))
    .flatMap(line => line.replace(/^[^=]*=/, '').split(/[;,]/))
    .map(spec => spec.trim())
    .filter(spec => spec !== '')
  const negative = specs.filter(spec => spec.startsWith('except:')).map(spec => spec.slice('except:'.length))
  const positive = specs.filter(spec => !spec.startsWith('except:'))
  if (negative.some(spec => matches(spec, device, type))) return false
  return positive.length > 0 ? positive.some(spec => matches(spec, device, type)) : negative.length > 0
}

/** NetworkManager.conf(5), "Device List Format": what knows a device by its name or its type. */
const matches = (spec: string, device: string, type: string | undefined): boolean => {
  if (spec === '*' || spec === device) return true
  const [, by, value = ''] = /^([a-z-]+):(.*)$/.exec(spec) ?? []
  if (by === 'type') return value === type
  if (by !== 'interface-name') return false
  return value.startsWith('=') ? value.slice(1) === device : globbed(value.replace(/^~/, '')).test(device)
}

const globbed = (pattern: string): RegExp =>
  new RegExp(
    `^${pattern
      .replace(/[.+^${}()|[\]\\]/g, '\\$&')
      .replaceAll('*', '.*')
      .replaceAll('?', '.')}$`,
  )

/** The lines of NetworkManager's own settings. */
const settings = (root: string): readonly string[] => {
  const folder = '/etc/NetworkManager'
  const more = namesIn(root, `${folder}/conf.d`).filter(name => name.endsWith('.conf'))
  return [...namesIn(root, folder).filter(name => name === 'NetworkManager.conf'), ...more.map(name => `conf.d/${name}`)]
    .map(name => `${folder}/${name}`)
    .map(file => below(root, file))
    .filter(file => statsOf(file)?.isFile())
    .flatMap(file => readFileSync(file, 'utf8').split('\n'))
    .map(line => line.trim())
}
