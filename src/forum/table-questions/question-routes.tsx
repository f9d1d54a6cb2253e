import type { Context } from 'hono'
import { memberOf } from '#people/index.ts'
import { found } from '#platform/errors.ts'
import type { Answered } from '#platform/form.ts'
import { type Guard, readFields, readForm, routes, type VisitEnv } from '#platform/http.ts'
import { newId } from '#platform/ids.ts'
import type { Db } from '../tables.ts'
import { candidatesFor } from './candidates.ts'
import { EditQuestionPage } from './edit-question.page.tsx'
import { loadQuestions } from './load-questions.ts'
import { QuestionsPage } from './questions.page.tsx'
import {
  addTableQuestion,
  type Change,
  moveTableQuestion,
  QuestionForm,
  removeTableQuestion,
  rewordTableQuestion,
} from './save-question.ts'
import type { QuestionRefusal } from './table-questions.rules.ts'
import { eventAsking } from './table-questions.sql.ts'
import { suggestedWording } from './wording.ts'

type C = Context<VisitEnv>

const base = '/office/events/:id/table-questions'

/** Where organizers make the questions that the tables talk about. */
export const tableQuestionRoutes = (db: Db, { organiser }: { organiser: Guard }) =>
  routes()
    .get(base, organiser, async (c) => c.html(await listPage(db, c)))
    .post(base, organiser, async (c) => {
      const { question, way } = await readFields(c)
      if (way !== 'up' && way !== 'down') return c.redirect(back(c), 303)
      const refusal = await moveTableQuestion(changeIn(db, c), String(question), way)
      return refusal ? c.html(await listPage(db, c, saying(refusal)), 409) : c.redirect(back(c), 303)
    })
    .get(`${base}/new`, organiser, async (c) =>
      c.html(await newPage(db, c, c.req.queries('from') ?? [], { filled: { id: newId() } })),
    )
    .post(`${base}/new`, organiser, async (c) => {
      const form = await readForm(c, QuestionForm)
      const filled = await readFields(c)
      const from = [filled['from'] ?? []].flat()
      if (!form.ok) return c.html(await newPage(db, c, from, form), 422)
      const refusal = await addTableQuestion(changeIn(db, c), form.value)
      if (!refusal) return c.redirect(back(c), 303)
      return c.html(await newPage(db, c, from, { filled, ...saying(refusal) }), 409)
    })
    .get(`${base}/:question`, organiser, async (c) => c.html(await editPage(db, c)))
    .post(`${base}/:question`, organiser, async (c) => {
      const filled = await readFields(c)
      const id = c.req.param('question')
      if (filled['do'] === 'remove') {
        const refusal = await removeTableQuestion(changeIn(db, c), id)
        return refusal ? c.html(await editPage(db, c, saying(refusal)), 409) : c.redirect(back(c), 303)
      }
      const form = await readForm(c, QuestionForm)
      if (!form.ok) return c.html(await editPage(db, c, form), 422)
      const refusal = await rewordTableQuestion(changeIn(db, c), id, form.value.words)
      if (!refusal) return c.redirect(back(c), 303)
      return c.html(await editPage(db, c, { filled, ...saying(refusal) }), 409)
    })

const saying = (refusal: QuestionRefusal): Answered => ({ refusal: `table-questions.refusal.${refusal}` })
const idIn = (c: C): string => c.req.param('id') ?? ''
const back = (c: C): string => c.var.to(`/office/events/${idIn(c)}/table-questions`)
const changeIn = (db: Db, c: C): Change => ({ db, by: memberOf(c), eventId: idIn(c), now: c.var.now })
const eventOf = async (db: Db, c: C) => found(await eventAsking(db, idIn(c)), 'event')

async function listPage(db: Db, c: C, answered: Answered = {}) {
  const event = await eventOf(db, c)
  const [questions, candidates] = await Promise.all([
    loadQuestions(db, event.id),
    candidatesFor(db, event.id),
  ])
  return <QuestionsPage visit={c.var} {...{ event, questions, candidates }} {...answered} />
}

async function newPage(db: Db, c: C, from: readonly string[], answered: Answered) {
  const event = await eventOf(db, c)
  const taken = (await candidatesFor(db, event.id)).filter(({ key }) => from.includes(key))
  const suggested = suggestedWording(taken, c.var.language)
  return <EditQuestionPage visit={c.var} {...{ event, taken, suggested, question: null }} {...answered} />
}

async function editPage(db: Db, c: C, answered: Answered = {}) {
  const event = await eventOf(db, c)
  const questions = await loadQuestions(db, event.id)
  const question = found(
    questions.find(({ id }) => id === c.req.param('question')),
    'question',
  )
  return <EditQuestionPage visit={c.var} {...{ event, question }} {...answered} />
}
