import { worksApart } from '#platform/work-apart.ts'
import type { Conversation } from './conversation.ts'
import type { OpinionMap } from './map-shape.ts'
import { opinionMap } from './opinion-map.ts'

export interface Asked {
  conversation: Conversation
  before: OpinionMap | null
}

worksApart((asked, progress) => {
  const { conversation, before } = asked as Asked
  return opinionMap(conversation, { before, progress })
})
