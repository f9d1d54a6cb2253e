import { json } from '#platform/db.ts'
import type { Instant } from '#platform/time.ts'
import type { Conversation } from '../opinion-map/conversation.ts'
import { opinionMap } from '../opinion-map/opinion-map.ts'
import type { Reads } from '../tables.ts'
import { readVotes, type Worded } from './conversation.sql.ts'
import { type Drawn, mapBefore } from './drawings.sql.ts'
import { isRenewed as isToBeRenewed } from './map-times.rules.ts'
import { isClosed } from './show-map.rules.ts'
import type { ShownMap } from './shown-map.ts'
import { type View, viewOf } from './view-of.ts'

/** Reads the votes, as they are known now or later, and draws their map; null for a dialogue that is gone. */
export async function drawMap(db: Reads, dialogueId: string, now: Instant): Promise<Drawn | null> {
  const before = await mapBefore(db, dialogueId)
  if (!before) return null
  const { conversation, worded } = await readVotes(db, dialogueId)
  const map = opinionMap(conversation, { before: before.map })
  const isRenewed = isToBeRenewed({
    shownOf: before.shown_of,
    isClosed: isClosed(before, now),
    people: votersSince(conversation, before.shown_of),
    isStatementGone: before.shown !== null && isSaidOtherwise(before.shown, worded, conversation),
  })
  const { statements, extremities, counts } = map
  return {
    ...{ votes: counts.votes, isRenewed, map: json(map) },
    draft: json(withWords(viewOf(map, conversation), worded)),
    extremities: json(Object.fromEntries(statements.map((id, at) => [id, extremities[at] ?? 0]))),
  }
}

/** A view with the words of its statements. */
function withWords(view: View, worded: readonly Worded[]): ShownMap {
  const words = new Map(worded.map((one) => [one.number, one]))
  return {
    ...view,
    statements: view.statements.flatMap((one) => {
      const said = words.get(one.number)
      if (!said) return []
      return { ...one, language: said.language, words: said.words, translations: said.translations }
    }),
  }
}

function votersSince({ votes }: Conversation, since: Instant | null): number {
  const from = since === null ? 0 : Date.parse(since)
  return new Set(votes.flatMap(({ person, at }) => (at >= from ? [person] : []))).size
}

/** Whether something that everybody sees was turned down, or is worded or translated otherwise by now. */
function isSaidOtherwise(shown: ShownMap, worded: readonly Worded[], { statements }: Conversation): boolean {
  const said = new Map(
    worded.map((one, at) => [one.number, { ...one, isOut: statements[at]?.moderation === 'out' }]),
  )
  return shown.statements.some(({ number, words, translations }) => {
    const now = said.get(number)
    return (
      !now ||
      now.isOut ||
      now.words !== words ||
      JSON.stringify(now.translations) !== JSON.stringify(translations)
    )
  })
}
