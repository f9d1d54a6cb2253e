import { type Meanwhile, workApart } from '#platform/work-apart.ts'
import type { OpinionMap } from './map-shape.ts'
import type { Asked } from './opinion-map.worker.ts'

/** The map, drawn in a thread of its own. */
export const drawApart = (asked: Asked, meanwhile?: Meanwhile): Promise<OpinionMap> =>
  workApart<OpinionMap>('forum/opinion-map/opinion-map.worker.ts', asked, meanwhile)
