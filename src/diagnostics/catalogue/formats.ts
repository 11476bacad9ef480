import { spec } from '../spec.ts'

/** NG82xx: what a format of `render --format` can't carry, and the user has to see to. */
export const formats = {
  'format-packages': spec<{ format: string; packages: string }>({
    code: 'NG8201',
    severity: 'info',
    message: p => `${p.format} can't ask for packages: the files need ${p.packages}`,
    hint: () => 'let the image or the installation have them',
  }),
  'format-services': spec<{ format: string; commands: string }>({
    code: 'NG8202',
    severity: 'info',
    message: p => `${p.format} can't say which services run`,
    hint: p => `in the image, or on the machine, run: ${p.commands}`,
  }),
  'format-obstacles': spec<{ format: string; paths: string }>({
    code: 'NG8203',
    severity: 'info',
    message: p => `${p.format} can't take away what a stock system may have in the way: ${p.paths}`,
    hint: () => 'remove them where they are',
  }),
  'format-initramfs': spec<{ format: string; commands: string }>({
    code: 'NG8204',
    severity: 'info',
    message: p => `a file has to be in the initramfs too, and ${p.format} can't make one`,
    hint: p => `when the files are in their places, run: ${p.commands}`,
  }),
  'format-owner': spec<{ format: string; file: string; account: string; option: string }>({
    code: 'NG8205',
    severity: 'warning',
    message: p => `${p.file} belongs to ${p.account}, whose number nothing tells: ${p.format} has the name, and 0 for who goes by numbers`,
    hint: p => `give ${p.option}, or --accounts`,
  }),
  'format-cloud-init': spec<{ format: string }>({
    code: 'NG8206',
    severity: 'info',
    message: p => `cloud-init, where it is there, writes a network configuration of its own again, and ${p.format} does not stop it`,
    hint: () => 'write "network: {config: disabled}" to /etc/cloud/cloud.cfg.d/99-disable-network-config.cfg',
  }),
  'format-exposed': spec<{ format: string; files: string; why: string }>({
    code: 'NG8207',
    severity: 'warning',
    message: p => `${p.format} holds the secrets of ${p.files} in clear text: ${p.why}`,
    hint: () => 'deliver them in another way, such as --format tar, or see to it that nobody else reads it',
  }),
  'format-links': spec<{ format: string; paths: string }>({
    code: 'NG8208',
    severity: 'error',
    message: p => `${p.format} can't have symbolic links, and the answer has ${p.paths}`,
    hint: () => 'use another format, such as tar or script',
  }),
}
