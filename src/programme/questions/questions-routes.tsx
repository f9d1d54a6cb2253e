import type { Context } from 'hono'
import { memberOf } from '#people/index.ts'
import { found } from '#platform/errors.ts'
import type { Answered, Filled } from '#platform/form.ts'
import { readFields, readForm, routes, type VisitEnv } from '#platform/http.ts'
import { newId } from '#platform/ids.ts'
import { languages, type Texts } from '#platform/language.ts'
import { eventWithId } from '../events.sql.ts'
import { organiser } from '../organiser.ts'
import type { Db } from '../tables.ts'
import { AnswersByNamePage, AnswersPage } from './answers.page.tsx'
import { answersAt } from './answers.sql.ts'
import { Arrangement, arrangeQuestions } from './arrange-questions.ts'
import { EditQuestionPage } from './edit-question.page.tsx'
import { asksForTableQuestions } from './give-answers.ts'
import { proposalsAt } from './proposals.sql.ts'
import { mayDependOn, refusalToAsk } from './questions.rules.ts'
import { answerCounts, questionsOf } from './questions.sql.ts'
import { QuestionsPage } from './questions.page.tsx'
import { QuestionForm, saveQuestion } from './save-question.ts'
import type { QuestionRow } from './tables.ts'

type C = Context<VisitEnv>

/** What the organisers of an event ask, and what they were answered. */
export const questionRoutes = (db: Db) =>
  routes()
    .get('/office/events/:id/questions', organiser(db), async (c) => c.html(await listPage(db, c)))
    .post('/office/events/:id/questions', organiser(db), async (c) => {
      const event = await eventOf(db, c)
      const form = await readForm(c, Arrangement)
      if (!form.ok) return c.html(await listPage(db, c), 422)
      const desk = { by: memberOf(c), now: c.var.now }
      const refusal = await arrangeQuestions(db, event.id, form.value, desk)
      if (!refusal) return c.redirect(c.var.to(`/office/events/${event.id}/questions`), 303)
      return c.html(await listPage(db, c, { refusal: `questions.refusal.${refusal}` }), 409)
    })
    .get('/office/events/:id/questions/new', organiser(db), async (c) =>
      c.html(await editPage(db, c, null, { filled: newQuestion() })),
    )
    .post('/office/events/:id/questions/new', organiser(db), (c) => save(db, c, null))
    .get('/office/events/:id/questions/:question', organiser(db), async (c) => {
      const question = await questionAt(db, c)
      return c.html(await editPage(db, c, question, { filled: filledFrom(question) }))
    })
    .post('/office/events/:id/questions/:question', organiser(db), async (c) =>
      save(db, c, await questionAt(db, c)),
    )
    .get('/office/events/:id/answers', organiser(db), async (c) => {
      const event = await eventOf(db, c)
      const isAsked = await asksForTableQuestions(db, event)
      const proposals = await proposalsAt(db, event.id)
      const shown = isAsked || proposals.length > 0 ? proposals : null
      return c.html(<AnswersPage {...await answersProps(db, c)} proposals={shown} />)
    })
    .get('/office/events/:id/answers/names', organiser(db), async (c) =>
      c.html(<AnswersByNamePage {...await answersProps(db, c)} />),
    )

async function save(db: Db, c: C, question: QuestionRow | null) {
  const event = await eventOf(db, c)
  const form = await readForm(c, QuestionForm)
  if (!form.ok) return c.html(await editPage(db, c, question, form), 422)
  // The address says which question it is; only a new one brings an id of its own.
  const value = { ...form.value, id: question?.id ?? form.value.id }
  const refusal = await saveQuestion(db, event.id, value, { by: memberOf(c), now: c.var.now })
  if (!refusal) return c.redirect(c.var.to(`/office/events/${event.id}/questions`), 303)
  const answered = { filled: await readFields(c), refusal: `questions.refusal.${refusal}` }
  return c.html(await editPage(db, c, question, answered), 409)
}

const eventOf = async (db: Db, c: C) => found(await eventWithId(db, c.req.param('id') ?? ''), 'event')

/** The question in the address, if it is asked at the event in the address. */
async function questionAt(db: Db, c: C): Promise<QuestionRow> {
  const questions = await questionsOf(db, c.req.param('id') ?? '')
  const question = questions.find(({ id }) => id === c.req.param('question'))
  return found(question && !question.retired_at ? question : null, 'question of this event')
}

const newQuestion = (): Filled => ({ id: newId(), asked_of: 'person', asked_at: 'sign-up' })

function filledFrom(question: QuestionRow): Filled {
  const texts = (name: string, of: Texts): Filled =>
    Object.fromEntries(languages.map((language) => [`${name}.${language}`, of[language]]))
  const { condition_question, condition_answer } = question
  return {
    ...texts('label', question.label),
    ...texts('hint', question.hint),
    ...texts('options', question.options),
    ...{ id: question.id, kind: question.kind, asked_of: question.asked_of, asked_at: question.asked_at },
    required: question.required === 1 ? 'yes' : undefined,
    condition: condition_question ? `${condition_question}:${condition_answer}` : '',
    keep: String(question.keep_days),
  }
}

async function listPage(db: Db, c: C, answered: Answered = {}) {
  const event = await eventOf(db, c)
  const questions = await questionsOf(db, event.id)
  const asked = questions.filter((one) => !one.retired_at).length
  const page = {
    ...{ visit: c.var, event, questions, answers: await answerCounts(db, event.id) },
    tableQuestion: await asksForTableQuestions(db, event),
    closed: refusalToAsk(event, asked, c.var.now),
  }
  return <QuestionsPage {...page} {...answered} />
}

async function editPage(db: Db, c: C, question: QuestionRow | null, answered: Answered) {
  const event = await eventOf(db, c)
  const questions = await questionsOf(db, event.id)
  const place = { position: question?.position ?? Number.MAX_SAFE_INTEGER, asked_at: 'door' as const }
  const page = {
    ...{ visit: c.var, event, isNew: question === null },
    answers: question ? ((await answerCounts(db, event.id)).get(question.id) ?? 0) : 0,
    earlier: mayDependOn(questions, place),
  }
  return <EditQuestionPage {...page} {...answered} />
}

async function answersProps(db: Db, c: C) {
  const event = await eventOf(db, c)
  const [questions, lines] = [await questionsOf(db, event.id), await answersAt(db, event.id)]
  return { visit: c.var, event, questions, lines }
}
