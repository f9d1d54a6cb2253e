import * as z from 'zod'
import { found } from '#platform/errors.ts'
import { paragraphs, texts } from '#platform/form.ts'
import type { Member } from '#platform/http.ts'
import { record } from '#platform/record.ts'
import type { Instant } from '#platform/time.ts'
import { decideAboutIdeas } from './decide-ideas.ts'
import { changeIdea, ideaNumbered } from './ideas.sql.ts'
import { officer } from './moderate-idea.ts'
import {
  type AppealAnswerRefusal,
  appealIn,
  type AppealRefusal,
  refusalToAnswerAppeal,
  refusalToAppeal,
} from './moderation.rules.ts'
import { addAppeal, addDecision, answerAppealWith, decisionsAbout } from './moderation.sql.ts'
import type { Db } from './tables.ts'
import { voiceWithId } from './voices.sql.ts'

export const AppealForm = z.object({
  do: z.literal('appeal'),
  words: paragraphs(1500, 'moderation.mistake.appeal'),
})

/** Whoever wrote an idea asks once that somebody of the other party looks at a no. */
export function appealDecision(
  db: Db,
  voiceId: string,
  { words }: z.output<typeof AppealForm>,
  now: Instant,
): Promise<AppealRefusal | null> {
  return decideAboutIdeas(db, async (tx) => {
    const voice = found(await voiceWithId(tx, voiceId), 'voice')
    if (voice.kind !== 'author') return 'nothing-to-appeal'
    const latest = (await decisionsAbout(tx, voice.idea_id)).at(-1)
    const refusal = refusalToAppeal(latest ? { ...latest, appealed: latest.appealed_at !== null } : null)
    if (refusal || !latest) return refusal
    await addAppeal(tx, latest.id, words, now)
    await record(tx, { what: 'idea-appealed', by: null, about: voice.idea_id, at: now })
    return null
  })
}

export const AppealAnswer = z.object({
  do: z.literal('answer-appeal'),
  outcome: z.enum(['changed', 'stands'], 'moderation.mistake.outcome'),
  looked: texts(1000, 'moderation.mistake.words'),
})

/** The other party's coordinator looks again: it is shown after all, or the no stands. */
export function answerAppeal(
  db: Db,
  { by, number, now: at }: { by: Member; number: string; now: Instant },
  { outcome, looked: words }: z.output<typeof AppealAnswer>,
): Promise<AppealAnswerRefusal | null> {
  return decideAboutIdeas(db, async (tx) => {
    const idea = found(await ideaNumbered(tx, number), 'idea')
    const appeal = appealIn(await decisionsAbout(tx, idea.id))
    const asked = appeal && { decidedByParty: appeal.party_id, answered: appeal.answered_at !== null }
    const refusal = refusalToAnswerAppeal(asked, officer(by).party)
    if (refusal || !appeal) return refusal ?? 'no-appeal'
    await answerAppealWith(tx, appeal.id, { outcome, answer: words, by: officer(by), at })
    await changeIdea(tx, idea.id, { news_at: at })
    if (outcome === 'changed') {
      const decision = { kind: 'restored', reason: 'within-rules', words } as const
      await addDecision(tx, idea.id, { ...decision, by: officer(by), at })
    }
    const what = outcome === 'changed' ? 'idea-restored' : 'idea-appeal-stands'
    await record(tx, { what, by: by.id, about: idea.id, at })
    return null
  })
}
