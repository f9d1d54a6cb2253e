import type { Context } from 'hono'
import * as z from 'zod'
import {
  answersForParty,
  askedWith,
  coordinator,
  decisionsAbout,
  memberOf,
  takeAnswer,
  todayOf,
} from '#people/index.ts'
import { found } from '#platform/errors.ts'
import { type Answered, checkForm } from '#platform/form.ts'
import { readFields, readForm, routes, type VisitEnv } from '#platform/http.ts'
import { newId } from '#platform/ids.ts'
import type { Db } from '../tables.ts'
import { numberIn } from '../whole-number.ts'
import { AdoptForm, askToAdopt, askToClose, carryOutGoal, CloseForm } from './ask-about-goal.ts'
import { AdoptGoalPage, CloseGoalPage } from './ask-about-goal.page.tsx'
import { commissionItems } from './commission.sql.ts'
import { AdoptedGoalPage } from './adopted-goal.page.tsx'
import { EditGoalPage, NewGoalPage } from './edit-goal.page.tsx'
import { draftGoal, editGoal, goalForm } from './edit-goal.ts'
import { allGoals, goalWithNumber } from './goals.sql.ts'
import { OfficeGoalsPage } from './office-goals.page.tsx'

type C = Context<VisitEnv>

/** Where coordinators draft goals, until the parties have adopted them. */
export const goalRoutes = (db: Db) => {
  const pageOf = async (c: C, number: string) => ({
    visit: c.var,
    goal: found(await goalWithNumber(db, numberIn(number)), 'goal'),
    commissionItems: await commissionItems(db),
  })
  const toGoals = (c: C) => c.redirect(c.var.to('/office/goals'), 303)
  return routes()
    .get('/office/goals', coordinator, async (c) =>
      c.html(<OfficeGoalsPage visit={c.var} goals={await allGoals(db)} />),
    )
    .get('/office/goals/new', coordinator, async (c) =>
      c.html(<NewGoalPage visit={c.var} id={newId()} commissionItems={await commissionItems(db)} />),
    )
    .post('/office/goals/new', coordinator, async (c) => {
      const filled = await readFields(c)
      const items = await commissionItems(db)
      const form = checkForm(filled, goalForm(items))
      const page = { visit: c.var, id: newId(), commissionItems: items }
      if (!form.ok) return c.html(<NewGoalPage {...page} {...form} />, 422)
      const id = z.uuid().safeParse(filled['id']).data ?? page.id
      const number = await draftGoal(db, memberOf(c), { id, words: form.value }, c.var.now)
      return c.redirect(c.var.to(`/office/goals/${number}/adopt`), 303)
    })
    .get('/office/goals/:number/edit', coordinator, async (c) => {
      const page = await pageOf(c, c.req.param('number'))
      return c.html(page.goal.adopted_at ? <AdoptedGoalPage {...page} /> : <EditGoalPage {...page} />)
    })
    .post('/office/goals/:number/edit', coordinator, async (c) => {
      const page = await pageOf(c, c.req.param('number'))
      if (page.goal.adopted_at)
        return c.html(<AdoptedGoalPage {...page} refusal="plan.refusal.no-change" />, 409)
      const form = await readForm(c, goalForm(page.commissionItems))
      if (!form.ok) return c.html(<EditGoalPage {...page} {...form} />, 422)
      const refusal = await editGoal(db, memberOf(c), page.goal.id, form.value, c.var.now)
      if (refusal === 'goal-is-asked-about') {
        const again = { filled: await readFields(c), refusal: 'goals.refusal.goal-is-asked-about' }
        return c.html(<EditGoalPage {...page} {...again} />, 409)
      }
      if (refusal) return c.html(<AdoptedGoalPage {...page} refusal="plan.refusal.no-change" />, 409)
      return toGoals(c)
    })
    .route('/', questionRoutes(db))
}

/** Whether a goal is adopted or closed: put to the parties by one of them, and answered by each. */
const questionRoutes = (db: Db) => {
  const pageOf = async (c: C, kind: 'adopt-goal' | 'close-goal') => {
    const goal = found(await goalWithNumber(db, numberIn(c.req.param('number') ?? '')), 'goal')
    const [latest] = await decisionsAbout(db, kind, goal.id)
    return { visit: c.var, goal, asked: latest ? await askedWith(db, latest, todayOf(c)) : null }
  }
  const toPage = (c: C, what: 'adopt' | 'close') =>
    c.redirect(c.var.to(`/office/goals/${c.req.param('number')}/${what}`), 303)
  const adopting = async (c: C, answered: Answered = {}, status: 200 | 409 | 422 = 200) => {
    const page = await pageOf(c, 'adopt-goal')
    return page.goal.adopted_at && page.visit.member?.party
      ? c.html(<AdoptedGoalPage {...page} {...answered} />, status)
      : c.html(<AdoptGoalPage {...page} {...answered} />, status)
  }
  return routes()
    .get('/office/goals/:number/adopt', answersForParty, (c) => adopting(c))
    .post('/office/goals/:number/adopt', answersForParty, async (c) => {
      const fields = await readFields(c)
      const { goal, asked } = await pageOf(c, 'adopt-goal')
      if (fields['decision'] !== undefined && asked) {
        const answer = await takeAnswer(db, c, asked.decision.id, carryOutGoal(c.var.now))
        return answer.done === null ? adopting(c, answer.answered, answer.status) : toPage(c, 'adopt')
      }
      const form = checkForm(fields, AdoptForm)
      const seen = form.ok ? form.value.seen : ''
      const refusal = await askToAdopt(db, memberOf(c), goal.id, seen, c.var.now)
      if (!refusal) return toPage(c, 'adopt')
      return adopting(c, { refusal: refusalInWords(refusal) }, 409)
    })
    .get('/office/goals/:number/close', answersForParty, async (c) =>
      c.html(<CloseGoalPage {...await pageOf(c, 'close-goal')} />),
    )
    .post('/office/goals/:number/close', answersForParty, async (c) => {
      const fields = await readFields(c)
      const page = await pageOf(c, 'close-goal')
      if (fields['decision'] !== undefined && page.asked) {
        const answer = await takeAnswer(db, c, page.asked.decision.id, carryOutGoal(c.var.now))
        if (answer.done !== null) return toPage(c, 'close')
        return c.html(
          <CloseGoalPage {...await pageOf(c, 'close-goal')} {...answer.answered} />,
          answer.status,
        )
      }
      const form = checkForm(fields, CloseForm)
      if (!form.ok) return c.html(<CloseGoalPage {...page} {...form} />, 422)
      const refusal = await askToClose(db, memberOf(c), page.goal.id, form.value.reason, c.var.now)
      if (!refusal) return toPage(c, 'close')
      const again = { filled: fields, refusal: refusalInWords(refusal) }
      return c.html(<CloseGoalPage {...await pageOf(c, 'close-goal')} {...again} />, 409)
    })
}

const known: Readonly<Record<string, string>> = {
  'goal-is-adopted': 'plan.refusal.no-change',
  'goal-changed-meanwhile': 'plan.refusal.goal-changed-meanwhile',
  'goal-is-asked-about': 'goals.refusal.goal-is-asked-about',
  'goal-is-a-draft': 'goals.refusal.goal-is-a-draft',
  'goal-is-closed': 'goals.refusal.goal-is-closed',
}

const refusalInWords = (refusal: string): string => known[refusal] ?? `people.joint.refusal.${refusal}`
