import { type Meanwhile, workApart } from '#platform/work-apart.ts'
import type { Conversation } from './conversation.ts'
import type { OpinionMap } from './map-shape.ts'
import type { Sent } from './opinion-map.worker.ts'
import { packVotes } from './packed-votes.ts'

interface Asked {
  conversation: Conversation
  /** The map that people saw last. */
  before: OpinionMap | null
}

/** The map, drawn in a thread of its own. */
export function drawApart({ conversation, before }: Asked, meanwhile?: Meanwhile): Promise<OpinionMap> {
  const { votes, ...rest } = conversation
  const sent: Sent = { conversation: rest, votes: packVotes(votes), before }
  return workApart<OpinionMap>('forum/opinion-map/opinion-map.worker.ts', sent, meanwhile)
}
