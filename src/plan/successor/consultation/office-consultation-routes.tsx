import type { Context } from 'hono'
import { coordinator, memberOf } from '#people/index.ts'
import { toCsv } from '#platform/csv.ts'
import { found } from '#platform/errors.ts'
import type { Answered } from '#platform/form.ts'
import { readFields, readForm, routes, type VisitEnv } from '#platform/http.ts'
import { inLanguage } from '#platform/language.ts'
import { localDate } from '#platform/time.ts'
import type { Db } from '../../tables.ts'
import type { UrlOf } from '../letters.ts'
import { loadMaking } from '../load-facts.ts'
import { latestSuccessor } from '../successor.sql.ts'
import { AnswerForm, answerComments } from './answer-comments.ts'
import { writerOf } from './comment-list.page.tsx'
import { commentsOf, commentWithId } from './comments.sql.ts'
import { JudgeForm, judgeComment } from './judge-comment.ts'
import { OfficeCommentsPage } from './office-comments.page.tsx'
import { AnswerPage, JudgePage } from './one-comment.page.tsx'
import { RoundPage } from './round.page.tsx'
import { openRound, RoundForm } from './open-round.ts'
import { partNames } from './parts-named.ts'

type C = Context<VisitEnv>

const commentsAt = '/office/next-plan/comments?saved=yes'
const refused = async (c: C, refusal: string): Promise<Answered> => ({
  filled: await readFields(c),
  refusal: `successor.refusal.${refusal}`,
})

/** Where coordinators open the round, read what comes in, and answer it. */
export const officeConsultationRoutes = (db: Db, url: UrlOf) =>
  routes()
    .get('/office/next-plan/consultation', coordinator, async (c) =>
      c.html(<RoundPage visit={c.var} making={await making(db, c)} />),
    )
    .post('/office/next-plan/consultation', coordinator, async (c) => {
      const page = { visit: c.var, making: await making(db, c) }
      const form = await readForm(c, RoundForm)
      if (!form.ok) return c.html(<RoundPage {...page} {...form} />, 422)
      const opening = { successorId: page.making.successor.id, by: memberOf(c), now: c.var.now }
      const refusal = await openRound(db, opening, form.value)
      if (!refusal) return c.redirect(c.var.to('/office/next-plan?saved=yes'), 303)
      return c.html(<RoundPage {...page} {...await refused(c, refusal)} />, 409)
    })
    .get('/office/next-plan/comments', coordinator, async (c) => {
      const page = await loaded(db, c)
      return c.html(<OfficeCommentsPage {...page} done={c.req.query('saved') !== undefined} />)
    })
    .get('/office/next-plan/comments.csv', coordinator, async (c) => {
      c.header('content-type', 'text/csv; charset=utf-8')
      c.header('content-disposition', 'attachment; filename="comments.csv"')
      return c.body(csvOf(await loaded(db, c)))
    })
    .route('/', judgeRoutes(db, url))
    .route('/', answerRoutes(db, url))

const judgeRoutes = (db: Db, url: UrlOf) =>
  routes()
    .get('/office/next-plan/comments/:comment', coordinator, async (c) => c.html(await judgePage(db, c)))
    .post('/office/next-plan/comments/:comment', coordinator, async (c) => {
      const form = await readForm(c, JudgeForm)
      if (!form.ok) return c.html(await judgePage(db, c, form), 422)
      const { successor } = await making(db, c)
      const judging = { successorId: successor.id, commentId: c.req.param('comment'), by: memberOf(c) }
      const refusal = await judgeComment(db, { ...judging, now: c.var.now, url }, form.value)
      if (!refusal) return c.redirect(c.var.to(commentsAt), 303)
      return c.html(await judgePage(db, c, await refused(c, refusal)), 409)
    })

const answerRoutes = (db: Db, url: UrlOf) =>
  routes()
    .get('/office/next-plan/answer', coordinator, async (c) => c.html(await answerPage(db, c)))
    .post('/office/next-plan/answer', coordinator, async (c) => {
      const form = await readForm(c, AnswerForm)
      if (!form.ok) return c.html(await answerPage(db, c, form), 422)
      const { successor } = await making(db, c)
      const answering = { successorId: successor.id, by: memberOf(c), now: c.var.now, url }
      const refusal = await answerComments(db, answering, form.value)
      if (!refusal) return c.redirect(c.var.to(commentsAt), 303)
      return c.html(await answerPage(db, c, await refused(c, refusal)), 409)
    })

async function making(db: Db, c: C) {
  return loadMaking(db, found(await latestSuccessor(db), 'plan in the making'), c.var.now)
}

async function loaded(db: Db, c: C) {
  const whole = await making(db, c)
  return { visit: c.var, making: whole, comments: await commentsOf(db, whole.successor.id) }
}

async function judgePage(db: Db, c: C, answered: Answered = {}) {
  const whole = await making(db, c)
  const comment = await commentWithId(db, whole.successor.id, c.req.param('comment') ?? '')
  return <JudgePage visit={c.var} making={whole} comment={found(comment, 'comment')} {...answered} />
}

async function answerPage(db: Db, c: C, answered: Answered = {}) {
  const page = await loaded(db, c)
  const open = page.comments.filter((one) => one.state === 'shown' && one.answer_id === null)
  return <AnswerPage {...page} comments={open} chosen={c.req.query('comment')} {...answered} />
}

/** What everybody could read, with its answers; nobody's address. */
function csvOf({ visit, making: whole, comments }: Awaited<ReturnType<typeof loaded>>): string {
  const { t, language } = visit
  const names = partNames(t, whole)
  const head = ['day', 'part', 'who', 'words', 'outcome', 'answer'] as const
  return toCsv(
    head.map((one) => t(`successor.csv.${one}`)),
    comments
      .filter((one) => one.state === 'shown')
      .map((one) => [
        localDate(one.asked_at),
        names(one),
        writerOf(visit, one),
        one.words,
        one.outcome === null ? '' : t(`successor.outcome.${one.outcome}`),
        inLanguage(one.answer_words ?? {}, language),
      ]),
  )
}
