import { existsSync, mkdirSync, readFileSync, statSync, symlinkSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { filesBelow } from '../fixtures.ts'
import { bridge, netglot, wifi, workplace } from './program.ts'

const { folder, put } = workplace()
const host = put('host.yaml', bridge)
const installer = 'auto eno1\niface eno1 inet dhcp\n'
const write = (root: string, target: string, ...args: string[]) =>
  netglot(['render', host, '-t', target, '--root', root, ...args], { cwd: folder })

describe('writing', () => {
  test('makes the files with their modes and leaves nothing else', () => {
    put('wifi.yaml', wifi)
    const { status, stdout } = netglot(['render', 'wifi.yaml', '-t', 'networkd', '--root', 'new/deep'], { cwd: folder })
    expect({ status, stdout }).toEqual({ status: 0, stdout: '' })
    const root = join(folder, 'new/deep')
    const modes = Object.fromEntries(filesBelow(root).map(file => [file, (statSync(join(root, file)).mode & 0o7777).toString(8)]))
    expect(modes).toMatchObject({
      'etc/systemd/network/05-netglot-wlan0.network': '644',
      'etc/wpa_supplicant/wpa_supplicant-wlan0.conf': '600',
    })
    expect(Object.keys(modes).filter(file => file.includes('netglot-new'))).toEqual([])
  })

  test('has the bytes that are printed', () => {
    write('same', 'ifupdown')
    const { stdout } = netglot(['render', host, '-t', 'ifupdown'])
    const printed = (path: string): string => `# ${path} (0644 root:root)\n${readFileSync(join(folder, 'same', path), 'utf8')}`
    expect(stdout).toBe(['/etc/network/interfaces', '/etc/systemd/network/05-netglot-br0.link'].map(printed).join('\n'))
  })

  test('takes a folder for each of several targets', () => {
    expect(write('several', 'ifupdown,networkd@252,networkd@257').status).toBe(0)
    const tops = new Set(filesBelow(join(folder, 'several')).map(file => file.split('/')[0]))
    expect([...tops].sort()).toEqual(['ifupdown', 'networkd@252', 'networkd@257'])
  })

  test('may be done again', () => {
    expect(write('again', 'netplan').status).toBe(0)
    expect(write('again', 'netplan').status).toBe(0)
  })

  test('of a target that lost something writes nothing, the others are written', () => {
    put('tap.yaml', 'network:\n  taps:\n    tap0: {owner: qemu}\n')
    const { status } = netglot(['render', 'tap.yaml', '-t', 'suse,ifupdown', '--root', 'part'], { cwd: folder })
    expect(status).toBe(1)
    expect(new Set(filesBelow(join(folder, 'part')).map(file => file.split('/')[0]))).toEqual(new Set(['ifupdown']))
  })

  test('below a file ends with 3', () => {
    put('plain', '')
    const { status, stderr } = write('plain/root', 'ifupdown')
    expect(status).toBe(3)
    expect(stderr).toContain('error[NG8004]')
    expect(stderr).not.toMatch(/^\s+at /m)
  })

  test('below a root that is a file ends with 3', () => {
    put('plain-root', '')
    const { status, stderr } = write('plain-root', 'ifupdown')
    expect(stderr).toContain("error[NG8004]: plain-root can't be written: it is no directory\n")
    expect(status).toBe(3)
  })

  test('follows no symbolic link out of the root', () => {
    mkdirSync(join(folder, 'linked'))
    mkdirSync(join(folder, 'elsewhere'))
    symlinkSync('../elsewhere', join(folder, 'linked/etc'))
    const { status, stderr } = write('linked', 'ifupdown', '--force')
    expect(status).toBe(3)
    expect(stderr).toContain('symbolic link')
    expect(filesBelow(join(folder, 'elsewhere'))).toEqual([])
  })
})

describe('what is already there', () => {
  test('is not overwritten', () => {
    const file = put('own/etc/network/interfaces', installer)
    const { status, stderr } = write('own', 'ifupdown')
    expect(status).toBe(1)
    expect(stderr).toContain(`error[NG8005]: own/etc/network/interfaces is in the way`)
    expect(readFileSync(file, 'utf8')).toBe(installer)
  })

  test('is refused when the target wants it away', () => {
    put('away/etc/netplan/50-cloud-init.yaml', 'network: {}\n')
    const { status, stderr } = write('away', 'networkd')
    expect(status).toBe(1)
    expect(stderr).toContain('error[NG8005]: away/etc/netplan/50-cloud-init.yaml is in the way')
    expect(filesBelow(join(folder, 'away'))).toEqual(['etc/netplan/50-cloud-init.yaml'])
  })

  test('is moved to a backup by --force', () => {
    put('force/etc/network/interfaces', installer)
    put('force/etc/network/interfaces.d/50-cloud-init', installer)
    expect(write('force', 'ifupdown', '--force').status).toBe(0)
    const root = join(folder, 'force/etc/network')
    expect(readFileSync(join(root, 'interfaces.netglot-backup'), 'utf8')).toBe(installer)
    // `source interfaces.d/*` reads whatever does not begin with a dot.
    expect(filesBelow(root)).toEqual(['interfaces', 'interfaces.d/.50-cloud-init.netglot-backup', 'interfaces.netglot-backup'])
  })

  test('is never moved over an older backup', () => {
    put('twice/etc/network/interfaces', installer)
    const backup = put('twice/etc/network/interfaces.netglot-backup', 'older')
    expect(write('twice', 'ifupdown', '--force').status).toBe(3)
    expect(readFileSync(backup, 'utf8')).toBe('older')
    expect(filesBelow(join(folder, 'twice'))).toHaveLength(2)
  })
})

describe('check --root', () => {
  const claims = {
    'etc/systemd/network/10-lan.network': '[Match]\nName=eno1\n',
    'etc/systemd/network/15-all.network': '[Match]\nName=wl* en?[0-9] !eno10\n',
    'etc/systemd/network/20-br.netdev': '[NetDev]\nName=br0\nKind=bridge\n',
    'etc/network/interfaces.d/lan': installer,
    'etc/NetworkManager/system-connections/lan.nmconnection': '[connection]\ninterface-name=eno1\n',
    'etc/sysconfig/network/ifcfg-eno1': "BOOTPROTO='dhcp'\n",
    'etc/netplan/01-lan.yaml': 'network: {ethernets: {eno1: {dhcp4: true}}}\n',
  }
  for (const [file, content] of Object.entries(claims)) put(`machine/${file}`, content)
  put('machine/etc/systemd/network/30-other.network', '[Match]\nName=eno10\n')
  put('machine/etc/systemd/network/40-not.network', '[Match]\nName=en* br* !eno1 !br0\n')
  put('machine/etc/netplan/02-other.yaml', '# eno1\nnetwork: {ethernets: {eno10: {}}}\n')
  put('machine/etc/netplan/03-old.yaml.netglot-backup', 'network: {ethernets: {eno1: {}}}\n')

  test('reports the files that claim a described device, and no others', () => {
    const { status, stdout } = netglot(['check', host, '-t', 'ifupdown', '--root', 'machine', '--format', 'json'], { cwd: folder })
    const { diagnostics } = JSON.parse(stdout) as { diagnostics: { code: string; message: string }[] }
    const files = diagnostics.filter(({ code }) => code === 'NG8005').map(({ message }) => message.split(' ')[0]?.replace('machine/', ''))
    expect(files.sort()).toEqual(Object.keys(claims).sort())
    expect(status).toBe(1)
  })

  test('says what is in the way of several targets once', () => {
    const { stdout } = netglot(['check', host, '--root', 'machine', '--format', 'json'], { cwd: folder })
    const { diagnostics } = JSON.parse(stdout) as { diagnostics: { message: string }[] }
    expect(diagnostics.filter(({ message }) => message.includes('20-br.netdev is in the way'))).toHaveLength(1)
  })

  test('and render refuses what it reports, and moves it with --force', () => {
    put('claimed/etc/systemd/network/10-lan.network', '[Match]\nName=eno1\n')
    const refused = write('claimed', 'ifupdown')
    expect(refused.status).toBe(1)
    expect(refused.stderr).toContain('claimed/etc/systemd/network/10-lan.network is in the way: systemd-networkd configures eno1 by it')
    expect(write('claimed', 'ifupdown', '--force').status).toBe(0)
    expect(filesBelow(join(folder, 'claimed'))).toEqual([
      'etc/network/interfaces',
      'etc/systemd/network/05-netglot-br0.link',
      'etc/systemd/network/10-lan.network.netglot-backup',
      'var/lib/netglot/ifupdown.json',
    ])
  })

  test('ends with 1 when render would refuse', () => {
    put('refusing/etc/network/interfaces', installer)
    expect(netglot(['check', host, '-t', 'ifupdown', '--root', 'refusing'], { cwd: folder }).status).toBe(1)
  })

  test('takes a file or a link, where it looks for a folder, for none', () => {
    put('fedora/etc/sysconfig/network', 'NETWORKING=yes\n')
    put('fedora/elsewhere/NetworkManager.service', '')
    mkdirSync(join(folder, 'fedora/etc/systemd/system'), { recursive: true })
    symlinkSync('../../../elsewhere', join(folder, 'fedora/etc/systemd/system/odd.wants'))
    const { status, stderr } = netglot(['check', host, '-t', 'networkmanager,networkd', '--root', 'fedora'], { cwd: folder })
    expect({ status, stderr: stderr.match(/^error.*/gm) }).toEqual({ status: 0, stderr: null })
    expect(write('fedora', 'networkmanager').status).toBe(0)
  })

  test('writes nothing', () => {
    mkdirSync(join(folder, 'untouched'))
    expect(netglot(['check', host, '--root', 'untouched'], { cwd: folder }).status).toBe(0)
    expect(filesBelow(join(folder, 'untouched'))).toEqual([])
  })
})

describe('a second stack', () => {
  const manager = 'etc/systemd/system/multi-user.target.wants/NetworkManager.service'
  const enable = (root: string, link = manager, to = '/lib/systemd/system/NetworkManager.service'): void => {
    mkdirSync(join(folder, root, dirname(link)), { recursive: true })
    symlinkSync(to, join(folder, root, link))
  }
  const codes = (root: string, target: string): string[] => {
    const { stdout } = netglot(['check', host, '-t', target, '--root', root, '--format', 'json'], { cwd: folder })
    return (JSON.parse(stdout) as { diagnostics: { code: string; severity: string }[] }).diagnostics
      .filter(({ severity }) => severity === 'error')
      .map(({ code }) => code)
  }

  test('that takes every NIC is in the way, even with --force, and the remedy is named', () => {
    enable('second')
    expect(codes('second', 'networkd')).toEqual(['NG8006'])
    const { status, stderr } = write('second', 'networkd', '--force')
    expect(status).toBe(1)
    expect(stderr).toContain('error[NG8006]: NetworkManager.service is enabled: it takes eno1 by itself, whatever networkd does')
    expect(stderr).toContain(`systemctl --root=${join(folder, 'second')} disable NetworkManager.service`)
    expect(existsSync(join(folder, 'second/etc/systemd/network'))).toBe(false)
  })

  test('that the answer is for, or that netplan keeps away, is not', () => {
    enable('its-own')
    for (const target of ['networkmanager', 'netplan']) expect(codes('its-own', target)).toEqual([])
  })

  test('that is masked, or has nothing to say, is not', () => {
    enable('masked')
    enable('masked', 'etc/systemd/system/NetworkManager.service', '/dev/null')
    enable('masked', 'etc/systemd/system/multi-user.target.wants/systemd-networkd.service')
    enable('masked', 'etc/systemd/system/multi-user.target.wants/networking.service')
    for (const target of ['networkd', 'ifupdown', 'suse']) expect(codes('masked', target)).toEqual([])
  })

  test('that leaves the devices alone is not', () => {
    enable('debian')
    put('debian/etc/NetworkManager/NetworkManager.conf', '[main]\nplugins=ifupdown,keyfile\n\n[ifupdown]\nmanaged=false\n')
    expect(codes('debian', 'ifupdown')).toEqual([])
    expect(codes('debian', 'networkd')).toEqual(['NG8006'])
    put('debian/etc/NetworkManager/conf.d/lan.conf', '[keyfile]\nunmanaged-devices=interface-name:eno1\n')
    expect(codes('debian', 'networkd')).toEqual([])
  })
})

describe('what netglot left behind', () => {
  const old = '# Made by netglot for networkd@252. Edit the description and render again.\n[Match]\nName=eno9\n'

  test('of a device that the description lost is refused, and moved with --force', () => {
    put('left/etc/systemd/network/05-netglot-eno9.network', old)
    put('left/etc/systemd/system/wpa_supplicant@wlan9.service.d/netglot-wlan9.conf', old)
    const refused = write('left', 'networkd')
    expect(refused.status).toBe(1)
    expect(refused.stderr).toContain('left/etc/systemd/network/05-netglot-eno9.network is left over: netglot made it of a description')
    expect(refused.stderr).toContain('wpa_supplicant@wlan9.service.d/netglot-wlan9.conf is left over')
    expect(write('left', 'networkd', '--force').status).toBe(0)
    expect(filesBelow(join(folder, 'left'))).toContain('etc/systemd/network/05-netglot-eno9.network.netglot-backup')
    expect(write('left', 'networkd').status).toBe(0)
  })

  test('for another target is as well', () => {
    expect(write('other', 'ifupdown').status).toBe(0)
    expect(write('other', 'networkd').stderr).toContain('other/etc/network/interfaces is left over: netglot made it')
    expect(netglot(['check', host, '-t', 'ifupdown', '--root', 'other'], { cwd: folder }).status).toBe(0)
  })
})
