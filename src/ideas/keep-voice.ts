import { found } from '#platform/errors.ts'
import { record } from '#platform/record.ts'
import type { Instant } from '#platform/time.ts'
import { decideAboutIdeas } from './decide-ideas.ts'
import { isOpen, isPublic, refusalToWithdraw, type WithdrawRefusal } from './idea.rules.ts'
import { changeIdea, ideaWithId, joinedInto, promisedDays } from './ideas.sql.ts'
import { answerDueOn } from './promise.rules.ts'
import { addStep } from './steps.sql.ts'
import type { Db, Tx } from './tables.ts'
import { changeVoice, recount, voiceWithId } from './voices.sql.ts'

async function voiceAndIdea(tx: Tx, voiceId: string) {
  const voice = found(await voiceWithId(tx, voiceId), 'voice')
  return { voice, idea: found(await ideaWithId(tx, voice.idea_id), 'idea') }
}

/** The address is known from now on: the idea goes to the office, or has one more behind it. */
export function confirmVoice(db: Db, voiceId: string, now: Instant): Promise<'not-open' | null> {
  return decideAboutIdeas(db, async (tx) => {
    const { voice, idea } = await voiceAndIdea(tx, voiceId)
    if (voice.confirmed_at || voice.left_at) return null
    const isAuthor = voice.kind === 'author'
    if (!isAuthor && !(isPublic(idea) && isOpen(idea.state))) return 'not-open'
    if (isAuthor) {
      const promised_days = await promisedDays(tx)
      const due = { promised_days, answer_due_on: answerDueOn(now, promised_days) }
      await changeIdea(tx, idea.id, { confirmed_at: now, ...due })
    }
    await changeVoice(tx, voice.id, { confirmed_at: now })
    await recount(tx, [idea.into_id ?? idea.id, idea.id])
    const what = isAuthor ? 'idea-handed-in' : 'idea-supported'
    await record(tx, { what, by: null, about: idea.id, at: now })
    return null
  })
}

/** No more mails; whoever supports it still counts. The address is needed for nothing else, and forgotten. */
export const stopTelling = (db: Db, voiceId: string): Promise<void> =>
  decideAboutIdeas(db, async (tx) => void (await changeVoice(tx, voiceId, { email: null })))

/** Somebody does not stand behind an idea any more. */
export function leaveIdea(db: Db, voiceId: string, now: Instant): Promise<void> {
  return decideAboutIdeas(db, async (tx) => {
    const { voice, idea } = await voiceAndIdea(tx, voiceId)
    if (voice.left_at || !voice.confirmed_at || voice.kind === 'author') return
    await changeVoice(tx, voice.id, { left_at: now, email: null })
    await recount(tx, [idea.into_id ?? idea.id, idea.id])
    await record(tx, { what: 'idea-left', by: null, about: idea.id, at: now })
  })
}

/** Whoever wrote an idea takes it back. Its page stays and says so; the name goes. */
export function withdrawIdea(db: Db, voiceId: string, now: Instant): Promise<WithdrawRefusal | null> {
  return decideAboutIdeas(db, async (tx) => {
    const { voice, idea } = await voiceAndIdea(tx, voiceId)
    if (voice.kind !== 'author' || !voice.confirmed_at) return 'cannot-become'
    const refusal = refusalToWithdraw(idea, (await joinedInto(tx, idea.id)).length)
    if (refusal) return refusal
    await addStep(tx, idea.id, { kind: 'withdrawn', at: now })
    await changeIdea(tx, idea.id, { author_name: null })
    await record(tx, { what: 'idea-withdrawn', by: null, about: idea.id, at: now })
    return null
  })
}
