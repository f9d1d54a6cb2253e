import type { Context } from 'hono'
import * as z from 'zod'
import { coordinator, memberOf } from '#people/index.ts'
import { found, NotFound } from '#platform/errors.ts'
import { type Answered, checkForm } from '#platform/form.ts'
import { readFields, readForm, routes, type VisitEnv } from '#platform/http.ts'
import { preparedBy, type PreparedTexts } from '#platform/prepared-texts.ts'
import { sendFile } from '#platform/send-file.ts'
import type { LettersOf } from '#programme/index.ts'
import { AnswerForm, answerIdea, assignIdea, Assigning, PromiseForm, setPromise } from './answer-idea.ts'
import { answerAppeal, AppealAnswer } from './appeal-decision.ts'
import { fileOfIdea, ideaNumbered, promisedDays } from './ideas.sql.ts'
import { joinIdea, Joining, partIdea } from './join-ideas.ts'
import { ideasToAnswer } from './lists.sql.ts'
import { loadForOffice, loadQueue } from './load-idea.ts'
import { ledToKinds } from './led-to.rules.ts'
import { makeOfIdea, Making } from './make-of-idea.ts'
import { Keeping, keepIdea, LettingThrough, refuseIdea, Refusing, showIdea } from './moderate-idea.ts'
import { moderationFile } from './moderation-file.ts'
import { ModerationLogPage } from './moderation.page.tsx'
import { appealsWaiting, decisionLog, ideasReported, moderationNumbers } from './moderation.sql.ts'
import { OfficeIdeaPage } from './office-idea.page.tsx'
import { OfficeIdeasPage } from './office-ideas.page.tsx'
import { coordinatorsNow } from './places-to-make.sql.ts'
import { isPrepared } from './prepared.rules.ts'
import type { Db } from './tables.ts'

type C = Context<VisitEnv>

export interface IdeaOptions {
  /** Where files that are sent in are kept. */
  uploads: string
  lettersOf: LettersOf
  preparedTexts: PreparedTexts
}

const Parting = z.object({ do: z.literal('part') })
const Deed = z.union([
  LettingThrough,
  Refusing,
  Keeping,
  AnswerForm,
  Assigning,
  Joining,
  Parting,
  AppealAnswer,
])
const deeds = {
  show: LettingThrough,
  refuse: Refusing,
  'take-down': Refusing,
  keep: Keeping,
  answer: AnswerForm,
  assign: Assigning,
  join: Joining,
  part: Parting,
  'answer-appeal': AppealAnswer,
} as const

// So far back the log is read on one page.
const logMax = 300

/** What coordinators do with ideas. */
export const officeIdeaRoutes = (db: Db, options: IdeaOptions) => {
  const { uploads, lettersOf, preparedTexts } = options
  const ideaPage = pageOfIdea(db, preparedTexts)
  return (
    routes()
      .get('/office/ideas', coordinator, async (c) => c.html(await queuePage(db, c)))
      .post('/office/ideas', coordinator, async (c) => {
        const form = await readForm(c, PromiseForm)
        if (!form.ok) return c.html(await queuePage(db, c, form), 422)
        await setPromise(db, memberOf(c), form.value, c.var.now)
        return c.redirect(c.var.to('/office/ideas'), 303)
      })
      .get('/office/moderation', coordinator, async (c) => {
        const [numbers, log] = [await moderationNumbers(db), await decisionLog(db, logMax)]
        const page = { numbers, log, appeals: await appealsWaiting(db) }
        return c.html(<ModerationLogPage visit={c.var} {...page} />)
      })
      .get('/office/moderation.csv', coordinator, (c) => moderationFile(db, c))
      .get('/office/ideas/:number', coordinator, async (c) => c.html(await ideaPage(c)))
      .post('/office/ideas/:number', coordinator, async (c) => {
        const filled = await readFields(c)
        const key = String(filled['do'] ?? '') as keyof typeof deeds
        await ideaHere(db, c)
        const form = checkForm(filled, Object.hasOwn(deeds, key) ? deeds[key] : Deed)
        if (!form.ok) return c.html(await ideaPage(c, form), 422)
        const refusal = await deed(db, c, form.value)
        if (!refusal) return c.redirect(c.var.to(`/office/ideas/${c.req.param('number')}`), 303)
        return c.html(await ideaPage(c, { filled, refusal }), 409)
      })
      // A refused form stands at this address: whoever reloads it, or reads it in another language, comes back to the idea.
      .get('/office/ideas/:number/make', coordinator, async (c) => {
        const { number } = await ideaHere(db, c)
        return c.redirect(c.var.to(`/office/ideas/${number}`), 303)
      })
      .post('/office/ideas/:number/make', coordinator, async (c) => {
        const filled = await readFields(c)
        await ideaHere(db, c)
        const form = checkForm(filled, Making)
        if (!form.ok) return c.html(await ideaPage(c, { filled, mistakes: form.mistakes }), 422)
        const maker = { by: memberOf(c), from: c.var.from, ...lettersOf(c) }
        const refusal = await makeOfIdea(db, c.req.param('number'), form.value, maker)
        const done = `/office/ideas/${c.req.param('number')}?made=${form.value.make}`
        if (!refusal) return c.redirect(c.var.to(done), 303)
        return c.html(await ideaPage(c, { filled, refusal }), 409)
      })
      .get('/office/ideas/:number/file', coordinator, async (c) => {
        const idea = await ideaHere(db, c)
        const file = await fileOfIdea(db, idea.id)
        if (!file) throw new NotFound('a file')
        return sendFile(c, uploads, file)
      })
  )
}

const ideaHere = async (db: Db, c: C) => found(await ideaNumbered(db, c.req.param('number') ?? ''), 'idea')

/** What was pressed; the answer is the key of a sentence that says why not. */
async function deed(db: Db, c: C, form: z.output<typeof Deed>): Promise<string | null> {
  const doing = { by: memberOf(c), number: c.req.param('number') ?? '', now: c.var.now }
  const [moderation, ideas] = [
    (refusal: string | null) => refusal && `moderation.refusal.${refusal}`,
    (refusal: string | null) => refusal && `ideas.refusal.${refusal}`,
  ]
  switch (form.do) {
    case 'show':
      return moderation(await showIdea(db, doing, form))
    case 'refuse':
    case 'take-down':
      return moderation(await refuseIdea(db, doing, form))
    case 'keep':
      return moderation(await keepIdea(db, doing, form))
    case 'answer-appeal':
      return moderation(await answerAppeal(db, doing, form))
    case 'answer':
      return ideas(await answerIdea(db, doing, form))
    case 'join':
      return ideas(await joinIdea(db, doing, form))
    case 'part':
      return ideas(await partIdea(db, doing))
    case 'assign': {
      const officers = await coordinatorsNow(db, c.var.now)
      await assignIdea(db, doing, officers.find(({ id }) => id === form.to)?.id ?? null)
      return null
    }
  }
}

async function queuePage(db: Db, c: C, answered: Answered = {}) {
  const [groups, toAnswer] = [await loadQueue(db), await ideasToAnswer(db)]
  const [reported, appeals] = [await ideasReported(db), await appealsWaiting(db)]
  const page = { groups, toAnswer, reported, appeals, days: await promisedDays(db) }
  return <OfficeIdeasPage visit={c.var} {...page} {...answered} />
}

const pageOfIdea =
  (db: Db, preparedTexts: PreparedTexts) =>
  async (c: C, answered: Answered = {}) => {
    const loaded = await loadForOffice(db, await ideaHere(db, c), c.var.now)
    const asked = c.req.query('text')
    const texts = await preparedBy(preparedTexts, asked)
    const prepared = isPrepared(asked) ? asked : null
    const madeNow = ledToKinds.find((kind) => kind === c.req.query('made')) ?? null
    return <OfficeIdeaPage visit={c.var} {...loaded} {...{ prepared, texts, madeNow }} {...answered} />
  }
