import { worksApart } from '#platform/work-apart.ts'
import { opinionMap } from '../opinion-map/opinion-map.ts'
import type { Sent } from '../opinion-map/opinion-map.worker.ts'
import { unpackVotes } from '../opinion-map/packed-votes.ts'
import { viewOf } from './view-of.ts'

worksApart((sent, progress) => {
  const { conversation: rest, votes, before } = sent as Sent
  const conversation = { ...rest, votes: unpackVotes(votes) }
  const map = opinionMap(conversation, { before, progress })
  return { map, view: viewOf(map, conversation) }
})
