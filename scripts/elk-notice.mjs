import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const { version: elk } = JSON.parse(readFileSync(fileURLToPath(new URL('../node_modules/elkjs/package.json', import.meta.url)), 'utf8'))

/** What has to stand in a file that holds elkjs. */
export const elkNotice = `/* Holds elkjs ${elk}, Copyright Kiel University and others, under EPL-2.0 (https://www.eclipse.org/legal/epl-2.0); its source: https://github.com/kieler/elkjs */`
