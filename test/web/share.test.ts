import { expect, test } from 'vitest'
import { browser, paste } from './opened.ts'

const open = browser()

const secrets = {
  password: 'hunter2hunter2',
  key: 'mNb7OIIXTdgW4khM7OFlzJ+UPs7lmcWHV7xjPgakMkQ=',
  shared: '7voRZ/ojfXgfPOlswo3Lpma1RJq7qijIEEUEMShQFV8=',
}

const description = `# Guests ask for the password hunter2hunter2 at the desk.
network:
  wifis:
    wlan0:
      dhcp4: true
      access-points:
        home:
          password: ${secrets.password}
  tunnels:
    wg0:
      mode: wireguard
      addresses: [10.0.0.1/24]
      key: ${secrets.key}
      peers:
        - keys:
            public: rlbInAj0qV69CysWPQY7KEBnKxpYCpaWqOs/dLevdWc=
            shared: ${secrets.shared}
          allowed-ips: [10.0.0.0/24]
          endpoint: 192.0.2.1:51820
`

test('a link carries the description to where it is opened, without its secrets, and says so', async () => {
  const { page } = await open()
  await paste(page, description)
  await page.getByRole('tab', { name: 'networkd' }).click()
  await page.getByRole('button', { name: 'Share…' }).click()
  const link = await page.getByLabel('Link').inputValue()
  const told = await page.getByRole('dialog').textContent()
  for (const place of [
    'wifis.wlan0.access-points.home.password',
    'tunnels.wg0.key',
    'tunnels.wg0.peers[0].keys.shared',
    'comment in line 1',
  ])
    expect(told).toContain(place)
  const { page: other, requests } = await open(link)
  const text = (await other.locator('.cm-line').allTextContents()).join('\n')
  for (const secret of Object.values(secrets)) expect(text).not.toContain(secret)
  expect(text).toContain('rlbInAj0qV69CysWPQY7KEBnKxpYCpaWqOs/dLevdWc=')
  expect(await other.getByRole('tab', { selected: true }).textContent()).toContain('networkd')
  // What stands in their place is as right as they were.
  expect(await other.locator('#problems').textContent()).toBe('None.')
  expect(requests.filter(url => !/^(file|blob):/.test(url))).toEqual([])
})

test('what is refused is not shared, since nobody can tell what in it is secret', async () => {
  const { page } = await open()
  await paste(page, 'network: {wifis: {wlan0: {psk: hunter2hunter2}}}\n')
  await page.getByRole('button', { name: 'Share…' }).click()
  expect(await page.getByRole('dialog').textContent()).toContain('There is no link yet')
})

test('a damaged link is told of', async () => {
  const { page } = await open(`${(await open()).page.url()}#d=AAAA`)
  expect(await page.locator('#notice').textContent()).toContain('damaged')
})
