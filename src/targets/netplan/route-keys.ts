/** The keys of a route and of a rule, in the order of netplan's documentation. */
export const routeKeys = [
  'from',
  'to',
  'via',
  'on-link',
  'metric',
  'type',
  'scope',
  'table',
  'mtu',
  'congestion-window',
  'advertised-receive-window',
  'advertised-mss',
] as const

export const ruleKeys = ['from', 'to', 'table', 'priority', 'mark', 'type-of-service'] as const
