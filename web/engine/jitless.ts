import { config } from 'zod/mini'

// zod compiles its checks with new Function where it may; the page's policy forbids that. It has to know before the first schema is made.
config({ jitless: true })
