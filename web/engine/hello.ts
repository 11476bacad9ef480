import { jsonSchema } from '../../src/reference/json-schema.ts'
import { releases } from '../../src/targets/distributions/table.ts'
import { targets } from '../../src/targets/index.ts'
import { autoVersions } from '../../src/targets/spelling.ts'
import type { Hello, Stack } from '../protocol.ts'
import { examples } from './examples.ts'

/** What there is to choose from. */
export const hello = (): Hello => ({ stacks: [...Object.values(targets).map(stackOf), auto], examples: examples(), schema: jsonSchema() })

const stackOf = ({ id, title, about, versions }: (typeof targets)[string]): Stack => ({
  id,
  title,
  about,
  spellings: [
    ...versions.map((version, i) => ({ name: i === 0 ? id : `${id}@${version}`, text: i === 0 ? `${version}, the oldest` : version })),
    ...Object.entries(releases)
      .filter(([, { stacks }]) => id in stacks)
      .map(([name, { title: release }]) => ({ name: `${id}@${name}`, text: release })),
  ],
})

const auto: Stack = {
  id: 'auto',
  title: 'networkd and NetworkManager side by side',
  about: 'each device goes to the renderer that the description names for it, as with netplan',
  spellings: autoVersions.map((name, i) => ({ name: i === 0 ? 'auto' : `auto@${name}`, text: releases[name]?.title ?? name })),
}
