import { found } from '#platform/errors.ts'
import type { Member } from '#platform/http.ts'
import { queueMail } from '#platform/mail/index.ts'
import { record } from '#platform/record.ts'
import type { Db } from '../tables.ts'
import { decideAboutQuestions, type Telling } from './ask-question.ts'
import { answerMail } from './question.mail.ts'
import { type AnswerRefusal, refusalToAnswer } from './question.rules.ts'
import { addAnswer, makeLink, questionNumbered } from './questions.sql.ts'

export type { AnswerRefusal } from './question.rules.ts'

interface Answering extends Telling {
  by: Member
  number: number
  /** Put aside as spam by the office, which knows. */
  isPutAside: boolean
}

/** Answers a question by mail, once; whoever asked reads it in the language of the question. */
export function answerQuestion(
  db: Db,
  { by, number, now, url, isPutAside }: Answering,
  words: string,
): Promise<AnswerRefusal | null> {
  return decideAboutQuestions(db, async (tx) => {
    const question = found(await questionNumbered(tx, number), 'question')
    const refusal = refusalToAnswer({ isAnswered: question.answered_at !== null, isPutAside })
    if (refusal) return refusal
    const { id, email, language } = question
    await addAnswer(tx, { question_id: id, words, at: now, by_person: by.id })
    if (email) {
      const link = url(language, `/contact/mine/${await makeLink(tx, id, now)}`)
      await queueMail(tx, answerMail({ email, language }, { id, asked: question.words, words }, link), now)
    }
    await record(tx, { what: 'question-answered', by: by.id, about: id, at: now })
    return null
  })
}
