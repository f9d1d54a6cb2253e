import * as z from 'zod'
import { decide } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { optionalParagraphs, paragraphs } from '#platform/form.ts'
import type { Member } from '#platform/http.ts'
import { queueMail } from '#platform/mail/index.ts'
import { record } from '#platform/record.ts'
import { type Instant, localDate, plus } from '#platform/time.ts'
import type { Db, Writes } from '../tables.ts'
import type { UrlOf } from './ask-to-join.ts'
import { changeSignatory, forgetAskers, isOnList, signatoryWithId } from './signatories.sql.ts'
import { joinedMail, leftMail, turnedDownMail } from './signatory.mail.ts'
import {
  confirmDays,
  type DecideRefusal,
  forgetDays,
  refusalToDecide,
  refusalToLeave,
} from './signatory.rules.ts'

const reasonMax = 2000

export const DecideForm = z.object({
  answer: z.enum(['accept', 'turn-down'], 'platform.form.choose'),
  reason: optionalParagraphs(reasonMax),
})
export const LeaveForm = z.object({ reason: paragraphs(reasonMax, 'agreement.signatory.reason-missing') })

interface Act {
  by: Member
  now: Instant
  url: UrlOf
}

/** Takes an organisation in among the signatories, or turns it down with a reason; they are mailed either way. */
export function decideSignatory(
  db: Db,
  id: string,
  form: z.output<typeof DecideForm>,
  { by, now, url }: Act,
) {
  return decide(db, 'signatory', id, async (tx): Promise<DecideRefusal | null> => {
    const one = found(await signatoryWithId(tx, id), 'signatory')
    const { answer, reason } = form
    const asked = { state: one.state, answer, reason, isOnList: await isOnList(tx, one) }
    const refusal = refusalToDecide(asked)
    if (refusal) return refusal

    const decided = { decided_at: now, decided_by: by.id }
    if (answer === 'accept') {
      await changeSignatory(tx, id, { ...decided, state: 'joined', joined_on: localDate(now) })
      await record(tx, { what: 'signatory-joined', by: by.id, about: id, at: now })
    } else {
      await changeSignatory(tx, id, { ...decided, state: 'turned-down', reason })
      await record(tx, { what: 'signatory-turned-down', by: by.id, about: id, at: now })
    }
    if (!one.email) return null
    const link = url(one.language, '/plan/agreement/signatories')
    const receiver = { ...one, email: one.email }
    const mail =
      answer === 'accept' ? joinedMail(receiver, link) : turnedDownMail({ ...receiver, reason }, link)
    await queueMail(tx, mail, now)
    return null
  })
}

/** An organisation that wishes to leave is taken off the list; that it stood there stays. */
export function endSignatory(db: Db, id: string, form: z.output<typeof LeaveForm>, { by, now, url }: Act) {
  return decide(db, 'signatory', id, async (tx): Promise<'not-on-list' | null> => {
    const one = found(await signatoryWithId(tx, id), 'signatory')
    const refusal = refusalToLeave(one)
    if (refusal) return refusal

    const left = { left_on: localDate(now), decided_at: now, decided_by: by.id }
    await changeSignatory(tx, id, { ...left, state: 'left', reason: form.reason })
    await record(tx, { what: 'signatory-left', by: by.id, about: id, at: now })
    if (!one.email) return null
    const link = url(one.language, '/plan/agreement/signatories')
    await queueMail(tx, leftMail({ ...one, email: one.email }, link), now)
    return null
  })
}

/** What nobody needs any longer about whoever filled in a form. */
export const forgetSignatoryAskers = (db: Writes, now: Instant): Promise<void> =>
  forgetAskers(db, {
    now,
    oldLinks: plus(now, { days: -confirmDays }),
    old: plus(now, { days: -forgetDays }),
  })
