import { worksApart } from '#platform/work-apart.ts'
import type { Conversation } from './conversation.ts'
import type { OpinionMap } from './map-shape.ts'
import { opinionMap } from './opinion-map.ts'
import { type PackedVotes, unpackVotes } from './packed-votes.ts'

export interface Sent {
  conversation: Omit<Conversation, 'votes'>
  votes: PackedVotes
  before: OpinionMap | null
}

worksApart((sent, progress) => {
  const { conversation, votes, before } = sent as Sent
  return opinionMap({ ...conversation, votes: unpackVotes(votes) }, { before, progress })
})
