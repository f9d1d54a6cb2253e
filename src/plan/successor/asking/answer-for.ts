import * as z from 'zod'
import { partiesOn } from '#people/index.ts'
import { decide, json } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { optionalTexts, texts } from '#platform/form.ts'
import type { Member } from '#platform/http.ts'
import { hashOf } from '#platform/ids.ts'
import { record } from '#platform/record.ts'
import { type Instant, localDate } from '#platform/time.ts'
import type { Texts } from '#platform/language.ts'
import type { Db } from '../../tables.ts'
import { type Successor, successorWithId } from '../successor.sql.ts'
import { makingStateOf } from '../making-state.ts'
import {
  type AnswerRefusal,
  type CarryAnswer,
  carryAnswers,
  type EndRefusal,
  refusalToAnswer,
  refusalToEnd,
} from './carry.rules.ts'
import { addCarryEnding, carryLinkWithHash, putCarryAnswer } from './carry.sql.ts'
import { carryOver } from './carry-over.ts'
import { type Carried, isFinished, loadCarried } from './load-carried.ts'

const wordsMax = 2000

export const CarryForm = z
  .object({ answer: z.enum(carryAnswers, 'successor.mistake.answer'), reason: optionalTexts(wordsMax) })
  .refine(({ answer, reason }) => answer === 'continue' || Object.keys(reason).length > 0, {
    error: 'successor.mistake.reason',
    path: ['reason.sv'],
  })
export type CarryForm = z.output<typeof CarryForm>

export const EndForm = z.object({ reason: texts(wordsMax, 'successor.mistake.reason') })

interface Said {
  successorId: string
  commitmentId: string
  /** For whom it is said. */
  ownerId: string
  by: Member | null
  now: Instant
}

/** A party's coordinator says what becomes of what that party has promised, and of nothing else. */
export const answerForParty = (db: Db, said: Said, form: CarryForm): Promise<AnswerRefusal | null> =>
  answer(db, said, form)

/** Whoever has the link that an organisation was mailed says it for the organisation. */
export async function answerByLink(
  db: Db,
  token: string,
  { commitmentId, now }: Pick<Said, 'commitmentId' | 'now'>,
  form: CarryForm,
): Promise<AnswerRefusal | null> {
  const link = found(await carryLinkWithHash(db, hashOf(token)), 'link to answer by')
  const { successor_id: successorId, organisation_id: ownerId } = link
  return answer(db, { successorId, commitmentId, ownerId, by: null, now }, form)
}

function answer(db: Db, said: Said, form: { answer: CarryAnswer; reason: Texts }) {
  const { successorId, commitmentId, ownerId, by, now } = said
  return decide(db, 'successor', successorId, async (tx): Promise<AnswerRefusal | null> => {
    const successor = found(await successorWithId(tx, successorId), 'plan in the making')
    const carried = await carriedWith(tx, successor, commitmentId, now)
    const refusal = refusalToAnswer({
      ...{ owners: carried.owners, ownerId, ...form },
      ...{ isFinished: isFinished(carried.commitment), state: makingStateOf(successor) },
    })
    if (refusal) return refusal
    const reason = form.answer === 'continue' ? {} : form.reason
    await putCarryAnswer(tx, {
      ...{ successor_id: successorId, commitment_id: commitmentId, owner_id: ownerId },
      ...{ answer: form.answer, reason: json(reason), by_person: by?.id ?? null, answered_at: now },
    })
    await carryOver(tx, successor, await carriedWith(tx, successor, commitmentId, now), now)
    const detail = { number: carried.commitment.number, answer: form.answer }
    await record(tx, { what: 'carry-answered', by: by?.id ?? null, about: successorId, at: now, detail })
    return null
  })
}

/** A party says that it ends, because an owner does not answer; it does when all have said so. */
export function endTogether(
  db: Db,
  { successorId, commitmentId, by, now }: Omit<Said, 'ownerId' | 'by'> & { by: Member },
  reason: Texts,
) {
  const partyId = found(by.party, 'party').id
  return decide(db, 'successor', successorId, async (tx): Promise<EndRefusal | null> => {
    const successor = found(await successorWithId(tx, successorId), 'plan in the making')
    const carried = await carriedWith(tx, successor, commitmentId, now)
    const endedBy = carried.endings.map(({ party_id }) => party_id)
    const state = makingStateOf(successor)
    const refusal = refusalToEnd({ fate: carried.fate, state, endedBy, partyId })
    if (refusal) return refusal
    found(
      (await partiesOn(tx, localDate(now))).find(({ id }) => id === partyId),
      'party that decides',
    )
    await addCarryEnding(tx, {
      ...{ successor_id: successorId, commitment_id: commitmentId, party_id: partyId },
      ...{ reason: json(reason), by_person: by.id, said_at: now },
    })
    await carryOver(tx, successor, await carriedWith(tx, successor, commitmentId, now), now)
    const detail = { number: carried.commitment.number }
    await record(tx, { what: 'carry-ended', by: by.id, about: successorId, at: now, detail })
    return null
  })
}

async function carriedWith(tx: Db, successor: Successor, id: string, now: Instant): Promise<Carried> {
  const all = await loadCarried(tx, successor, localDate(now))
  return found(
    all.find(({ commitment }) => commitment.id === id),
    'commitment of the plan that ends',
  )
}
