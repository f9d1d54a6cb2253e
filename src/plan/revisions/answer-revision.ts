import { decidesFor } from '#people/index.ts'
import { decide, json } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import type { Member } from '#platform/http.ts'
import type { Texts } from '#platform/language.ts'
import { record } from '#platform/record.ts'
import { localDate } from '#platform/time.ts'
import type { Db, Tx } from '../tables.ts'
import { idsOfAsked } from './asked.sql.ts'
import { factsFor } from './facts.sql.ts'
import { type Misfit, misfitOf } from './fits.rules.ts'
import type { Means } from './means.ts'
import { type AnswerRefusal, outcomeOf, refusalToAnswer } from './revision.rules.ts'
import { addAnswer, answersOf, changesOf, type Revision, revisionWithId } from './revisions.sql.ts'
import { settle, type Settled } from './settle.ts'
import { tellParties } from './tell-parties.ts'

export interface GivenAnswer {
  /** For which party: a substitute may stand in for one that is not their own. */
  partyId: string
  /** The version that was on the page when the answer was given. */
  seen: number
  answer: 'yes' | 'no'
  reason: Texts
}

export type Answered = { refusal: AnswerRefusal | Misfit } | { refusal: null; state: Settled['state'] }

/** A party says yes or no. Of answers in the same instant one comes after the other, and the last lets it come into force. */
export async function answerRevision(
  db: Db,
  by: Member,
  id: string,
  given: GivenAnswer,
  means: Means,
): Promise<Answered> {
  const { agreement_id } = found(await revisionWithId(db, id), 'revision')
  return decide(db, 'agreement', agreement_id, async (tx): Promise<Answered> => {
    const revision = found(await revisionWithId(tx, id), 'revision')
    const { now } = means
    const today = localDate(now)
    const answers = await answersOf(tx, id)
    const parties = await idsOfAsked(tx, revision, today)
    const standing = await decidesFor(tx, by.id, given.partyId, now)
    const { state, version, decide_by: decideBy } = revision
    const refusal =
      refusalToAnswer({ ...given, ...{ state, version, decideBy, standing, parties, answers, today } }) ??
      (await misfitAfter(tx, revision, { parties, answers, today }, given))
    if (refusal) return { refusal }
    await addAnswer(tx, {
      ...{ revision_id: id, version, party_id: given.partyId, answer: given.answer, at: now },
      ...{ reason: json(given.reason), by_person: by.id, as_substitute: standing === 'substitute' ? 1 : 0 },
    })
    const detail = { number: revision.number, answer: given.answer, party: given.partyId }
    await record(tx, { what: 'revision-answered', by: by.id, about: id, at: now, detail })
    const settled = await settle(tx, revision, means, by.id)
    if (settled.state === 'proposed') await tellParties(tx, revision, 'answered', means, by.id)
    return { refusal: null, state: settled.state }
  })
}

interface SoFar {
  parties: readonly string[]
  answers: Awaited<ReturnType<typeof answersOf>>
  today: string
}

/** The last yes is not taken for what can't come into force any longer: it has to be worded anew first. */
async function misfitAfter(
  tx: Tx,
  revision: Revision,
  { parties, answers, today }: SoFar,
  { partyId, answer }: GivenAnswer,
): Promise<Misfit | null> {
  const { version, decide_by } = revision
  const withThis = [...answers, { party_id: partyId, version, answer }]
  const outcome = outcomeOf({ version, decideBy: decide_by ?? '', answers: withThis, parties, today })
  if (outcome.state !== 'in-force') return null
  const changes = await changesOf(tx, revision.id)
  return misfitOf(changes, await factsFor(tx, revision, changes, today))
}
