import type { Format } from './format.ts'

/** The formats, each loaded only when it is asked for. */
const formats = {
  tar: async () => (await import('./tar.ts')).tar,
  'cloud-config': async () => (await import('./cloud-config.ts')).cloudConfig,
  ignition: async () => (await import('./ignition.ts')).ignition,
  butane: async () => (await import('./butane.ts')).butane,
  script: async () => (await import('./script.ts')).script,
  osbuild: async () => (await import('./osbuild.ts')).osbuild,
  mkosi: async () => (await import('./mkosi.ts')).mkosi,
  kiwi: async () => (await import('./kiwi.ts')).kiwi,
} as const satisfies Readonly<Record<string, () => Promise<Format>>>

export type FormatName = keyof typeof formats

export const formatNames = Object.keys(formats) as readonly FormatName[]

export const isFormat = (name: string): name is FormatName => Object.hasOwn(formats, name)

export const loadFormat = (name: FormatName): Promise<Format> => formats[name]()
