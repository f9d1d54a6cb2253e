import type { Context } from 'hono'
import { organisationsInDirectory } from '#network/index.ts'
import { coordinator, memberOf } from '#people/index.ts'
import { found, NotFound } from '#platform/errors.ts'
import { type Answered, checkForm } from '#platform/form.ts'
import { anyone, readFields, routes, type VisitEnv } from '#platform/http.ts'
import { datePlus, localDate } from '#platform/time.ts'
import type { Db } from '../tables.ts'
import { yearIn } from '../year-report/year-in.ts'
import { answerForm, answerSurvey, surveyBehind } from './answer-survey.ts'
import { wordsOf } from './answers.sql.ts'
import { loadResults } from './load-results.ts'
import { OfficeSurveyPage } from './office-survey.page.tsx'
import { changePlannedSurvey, planSurvey, principlesToAskBy, surveyForm } from './plan-survey.ts'
import { ReadForm, readWords } from './read-words.ts'
import { SurveyPage } from './survey.page.tsx'
import { refusalToAnswer, refusalToRead, surveyState } from './survey.rules.ts'
import { statementsOf, surveyOfYear } from './survey.sql.ts'
import { linkToTry } from './try-link.ts'
import { WordsPage } from './words.page.tsx'

type C = Context<VisitEnv>

export interface SurveyOptions {
  /** In a sample without a mail server nobody gets the link, so one can be tried. */
  showsLinks?: boolean
}

export const surveyRoutes = (db: Db, options: SurveyOptions) =>
  routes()
    .get('/survey/:token', anyone, async (c) => c.html(await answerPage(db, c)))
    .post('/survey/:token', anyone, async (c) => {
      const token = c.req.param('token')
      const { statements } = await surveyBehind(db, token)
      const fields = await readFields(c)
      const form = checkForm(fields, answerForm(statements))
      if (!form.ok) return c.html(await answerPage(db, c, form), 422)
      const refusal = await answerSurvey(db, token, form.value, c.var.now)
      if (!refusal) return c.redirect(c.var.to(`/survey/${token}?saved`), 303)
      const again = { filled: fields, refusal: `survey.refusal.${refusal}` }
      return c.html(await answerPage(db, c, again), 409)
    })
    .route('/', officeSurveyRoutes(db, options))

async function answerPage(db: Db, c: C, answered: Answered = {}) {
  const behind = await surveyBehind(db, c.req.param('token') ?? '')
  const state = surveyState(behind.survey, localDate(c.var.now))
  const closedBecause = refusalToAnswer(state, behind.link.replaced_at !== null)
  const isSaved = c.req.query('saved') !== undefined && behind.isAnswered
  return <SurveyPage visit={c.var} {...{ behind, closedBecause, isSaved }} {...answered} />
}

const officeSurveyRoutes = (db: Db, options: SurveyOptions) =>
  routes()
    .get('/office/years/:year/survey', coordinator, async (c) => c.html(await officePage(db, c, options)))
    .post('/office/years/:year/survey', coordinator, async (c) => {
      const year = yearIn(c)
      const fields = await readFields(c)
      const form = checkForm(fields, surveyForm(await principlesToAskBy(db)))
      if (!form.ok) return c.html(await officePage(db, c, options, form), 422)
      const survey = await surveyOfYear(db, year)
      const [by, now] = [memberOf(c), c.var.now]
      const refusal = survey
        ? await changePlannedSurvey(db, by, { id: survey.id, form: form.value }, now)
        : await planSurvey(db, by, { year, form: form.value }, now)
      if (!refusal) return c.redirect(c.var.to(`/office/years/${year}/survey`), 303)
      const again = { filled: fields, refusal: `survey.refusal.${refusal}` }
      return c.html(await officePage(db, c, options, again), 409)
    })
    .post('/office/years/:year/survey/try', coordinator, async (c) => {
      if (!options.showsLinks) throw new NotFound('links are mailed here')
      return c.redirect(c.var.to(`/survey/${await linkToTry(db, yearIn(c), c.var.now)}`), 303)
    })
    .get('/office/years/:year/survey/words', coordinator, async (c) => c.html(await wordsPage(db, c)))
    .post('/office/years/:year/survey/words', coordinator, async (c) => {
      const { key, number, ...fields } = await readFields(c)
      const quoted = fields[`quoted-${String(number)}`]
      const form = checkForm({ key, quoted }, ReadForm)
      if (!form.ok) return c.html(await wordsPage(db, c, form), 422)
      const year = yearIn(c)
      const refusal = await readWords(db, memberOf(c), { year, ...form.value }, c.var.now)
      if (!refusal) return c.redirect(c.var.to(`/office/years/${year}/survey/words`), 303)
      return c.html(await wordsPage(db, c, { refusal: `survey.refusal.${refusal}` }), 409)
    })

async function wordsPage(db: Db, c: C, answered: Answered = {}) {
  const year = yearIn(c)
  const survey = found(await surveyOfYear(db, year), 'survey')
  // While it is open words may still change, and nobody reads them.
  const isOpen = refusalToRead(surveyState(survey, localDate(c.var.now))) !== null
  const written = isOpen ? [] : await wordsOf(db, survey.id)
  return <WordsPage visit={c.var} year={year} written={written} {...answered} />
}

// What is proposed: three weeks to answer in.
const proposedDays = 21

async function officePage(db: Db, c: C, { showsLinks = false }: SurveyOptions, answered: Answered = {}) {
  const year = yearIn(c)
  const survey = await surveyOfYear(db, year)
  const today = localDate(c.var.now)
  const results = survey ? await loadResults(db, survey, c.var.now) : null
  const planned = new Map(
    (survey ? await statementsOf(db, survey.id) : []).map((one) => [one.principle_key, one.statement]),
  )
  const toAsk = (await principlesToAskBy(db)).map(({ key, name, usual }) => ({
    ...{ key, name, statement: planned.get(key) ?? usual },
  }))
  const dates = survey
    ? { opensOn: survey.opens_on, closesOn: survey.closes_on }
    : { opensOn: datePlus(today, 1), closesOn: datePlus(today, 1 + proposedDays) }
  const reachable = (await organisationsInDirectory(db)).filter((one) => one.contact_email).length
  return (
    <OfficeSurveyPage
      visit={c.var}
      {...{ year, results, toAsk, dates, reachable, showsLinks }}
      {...answered}
    />
  )
}
