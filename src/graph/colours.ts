import type { Group } from './graph.ts'

interface Colours {
  readonly fill: string
  readonly line: string
  readonly darkFill: string
  readonly darkLine: string
}

/** The colours of the groups, by day and by night; text on them has a contrast of 7 to 1 at least. */
export const colours: Readonly<Record<Group, Colours>> = {
  hardware: { fill: '#eff6ff', line: '#2563eb', darkFill: '#172554', darkLine: '#60a5fa' },
  switch: { fill: '#fffbeb', line: '#b45309', darkFill: '#3a1d04', darkLine: '#fbbf24' },
  layer: { fill: '#f0fdfa', line: '#0f766e', darkFill: '#042f2e', darkLine: '#2dd4bf' },
  guest: { fill: '#faf5ff', line: '#7e22ce', darkFill: '#3b0764', darkLine: '#c084fc' },
  tunnel: { fill: '#fdf2f8', line: '#be185d', darkFill: '#500724', darkLine: '#f472b6' },
  routing: { fill: '#f7fee7', line: '#4d7c0f', darkFill: '#1a2e05', darkLine: '#a3e635' },
  outside: { fill: '#f8fafc', line: '#475569', darkFill: '#1e293b', darkLine: '#94a3b8' },
}
