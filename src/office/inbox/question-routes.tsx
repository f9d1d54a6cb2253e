import type { Context } from 'hono'
import * as z from 'zod'
import { answerQuestion, questionNumbered } from '#about/index.ts'
import { coordinatorsNow, memberOf, signedIn } from '#people/index.ts'
import { found, NotFound } from '#platform/errors.ts'
import { type Answered, checkForm, paragraphs } from '#platform/form.ts'
import { readFields, routes, type VisitEnv } from '#platform/http.ts'
import { preparedBy } from '#platform/prepared-texts.ts'
import { plus } from '#platform/time.ts'
import type { Db } from '../tables.ts'
import { answerTexts } from './answer-texts.sql.ts'
import { assignItems } from './assign-items.ts'
import { assignmentOf, organisersSince } from './assignments.sql.ts'
import { isPutAside } from './closings.sql.ts'
import { lettersOf } from './letters-of.ts'
import { QuestionPage } from './question.page.tsx'

type C = Context<VisitEnv>

const AnswerForm = z.object({ words: paragraphs(5000, 'inbox.mistake.answer') })

// Whoever organised something lately knows what is asked about it.
const organisedDays = 120

/** A question from the contact form, for coordinators and for whom they have given it to. */
export const questionRoutes = (db: Db) =>
  routes()
    .get('/office/inbox/questions/:number', signedIn, async (c) => c.html(await questionPage(db, c)))
    .post('/office/inbox/questions/:number', signedIn, async (c) => {
      const filled = await readFields(c)
      await questionHere(db, c)
      const again = async (answered: Answered, status: 409 | 422) =>
        c.html(await questionPage(db, c, answered), status)
      if (filled['do'] === 'assign') {
        const refusal = await assign(db, c, String(filled['to'] ?? ''), String(filled['seen'] ?? ''))
        return refusal ? again({ refusal }, 409) : c.redirect(hereOf(c), 303)
      }
      const form = checkForm(filled, AnswerForm)
      if (!form.ok) return again(form, 422)
      const refusal = await answer(db, c, form.value.words)
      return refusal
        ? again({ filled, refusal: `inbox.refusal.${refusal}` }, 409)
        : c.redirect(hereOf(c), 303)
    })

const hereOf = (c: C): string => c.var.to(`/office/inbox/questions/${c.req.param('number')}`)

/** Coordinators may read all of them; others what they were asked to answer. */
async function questionHere(db: Db, c: C) {
  const text = c.req.param('number') ?? ''
  const number = /^[1-9]\d{0,8}$/.test(text) ? Number(text) : 0
  const question = found(await questionNumbered(db, number), 'question')
  const assignment = await assignmentOf(db, 'question', question.id)
  const { id, party } = memberOf(c)
  if (!party && assignment?.person_id !== id) throw new NotFound('a question of theirs')
  return { question, assignment }
}

async function answer(db: Db, c: C, words: string) {
  const { question } = await questionHere(db, c)
  const aside = await isPutAside(db, 'question', question.id)
  const answering = { by: memberOf(c), number: question.number, ...lettersOf(c), isPutAside: aside }
  return answerQuestion(db, answering, words)
}

async function assign(db: Db, c: C, person: string, seen: string): Promise<string | null> {
  const { question } = await questionHere(db, c)
  const by = memberOf(c)
  if (!by.party) throw new NotFound('giving it to another')
  const people = await assignable(db, c)
  const isKnown = people.some(({ id }) => id === person)
  if (person && !isKnown) return 'inbox.problem.person'
  const chosen = [{ kind: 'question' as const, id: question.id, seen }]
  const missed = await assignItems(db, chosen, { by, to: person || null, ...lettersOf(c) })
  return missed.length > 0 ? 'inbox.refusal.assigned-meanwhile' : null
}

/** The coordinators, and those who organise an event about now. */
async function assignable(db: Db, c: C) {
  const coordinators = await coordinatorsNow(db)
  const organisers = await organisersSince(db, plus(c.var.now, { days: -organisedDays }))
  const known = new Set(coordinators.map(({ id }) => id))
  return [
    ...coordinators.map(({ id, name }) => ({ id, name })),
    ...organisers.filter(({ id }) => !known.has(id)),
  ]
}

async function questionPage(db: Db, c: C, answered: Answered = {}) {
  const here = await questionHere(db, c)
  const page = {
    ...here,
    people: await assignable(db, c),
    prepared: await preparedBy(() => answerTexts(db), c.req.query('text')),
    isPutAside: await isPutAside(db, 'question', here.question.id),
  }
  return <QuestionPage visit={c.var} {...page} {...answered} />
}
