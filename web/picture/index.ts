import { elkLayout } from '../../src/graph/elk.ts'
import { type SvgOptions, svg } from '../../src/graph/svg.ts'
import type { Graph } from '../../src/index.ts'
import { serving } from '../serve.ts'

export interface PictureQuestion extends Pick<SvgOptions, 'styled' | 'direction'> {
  readonly graph: Graph
}

/** Lays a graph out and draws it. */
export const answer = ({ graph, ...options }: PictureQuestion): Promise<string> => svg(graph, { ...options, layout: elkLayout })

export const serve = serving(answer)
