import * as z from 'zod'
import { decide } from '#platform/db.ts'
import { emailAddress, optionalLine, paragraphs } from '#platform/form.ts'
import { type Language, languages } from '#platform/language.ts'
import { queueMail } from '#platform/mail/index.ts'
import { record } from '#platform/record.ts'
import { limitFor, type Sender } from '#platform/sender.ts'
import { type Instant, localDate } from '#platform/time.ts'
import { workingDaysAfter } from '#platform/working-days.ts'
import type { Db, Tx } from '../tables.ts'
import { confirmMail } from './question.mail.ts'
import {
  addQuestion,
  confirmWith,
  makeLink,
  nextNumber,
  promisedDays,
  questionWithId,
} from './questions.sql.ts'

export const QuestionForm = z.object({
  /** Made when the form is shown, so that a form that is sent twice asks once. */
  id: z.uuid(),
  words: paragraphs(4000, 'contact.mistake.words'),
  name: optionalLine(80),
  language: z.enum(languages, 'contact.mistake.language'),
})
export const QuestionFormOfGuest = QuestionForm.extend({ email: emailAddress })
type QuestionForm = z.output<typeof QuestionForm>

/** What a letter about a question has to know beside the question. */
export interface Telling {
  now: Instant
  url: (language: Language, path: string) => string
}

/** One decision about questions at a time: they are numbered, and each is answered once. */
export const decideAboutQuestions = <R>(db: Db, work: (tx: Tx) => Promise<R>): Promise<R> =>
  decide(db, 'contact_promise', 'first', work)

/** Takes in a question. It reaches the office when its address is confirmed: an answer has to arrive somewhere. */
export function askQuestion(
  db: Db,
  form: QuestionForm,
  sender: Sender,
  { now, url }: Telling,
): Promise<'too-many' | null> {
  return decideAboutQuestions(db, async (tx) => {
    const { id, words, name, language } = form
    if (await questionWithId(tx, id)) return null
    const limit = await limitFor(tx, 'contact', sender, now)
    if (limit === 'too-many') return limit
    const { email, isKnown } = sender
    await addQuestion(tx, {
      ...{ id, number: await nextNumber(tx), language, name, email, words, sent_at: now },
      ...{ confirmed_at: null, answer_due_on: null, forgotten_at: null },
    })
    if (isKnown) await confirm(tx, id, now)
    else if (limit.mailAt) {
      const link = url(language, `/contact/mine/${await makeLink(tx, id, now)}`)
      const days = await promisedDays(tx)
      await queueMail(tx, confirmMail({ email, language }, { id, words, days }, link), now, limit.mailAt)
    }
    return null
  })
}

async function confirm(tx: Tx, id: string, now: Instant): Promise<void> {
  await confirmWith(tx, id, now, workingDaysAfter(localDate(now), await promisedDays(tx)))
  await record(tx, { what: 'question-asked', by: null, about: id, at: now })
}

/** Whoever has the mailed link says that the address is theirs. */
export const confirmQuestion = (db: Db, id: string, now: Instant): Promise<void> =>
  decideAboutQuestions(db, async (tx) => {
    const question = await questionWithId(tx, id)
    if (question && !question.confirmed_at) await confirm(tx, id, now)
  })
