import type { Context } from 'hono'
import { coordinator, memberOf } from '#people/index.ts'
import { anyone, readFields, routes, type VisitEnv } from '#platform/http.ts'
import { decoded } from '#platform/decode.ts'
import { localDate } from '#platform/time.ts'
import { commitmentsOfPlan } from '../commitments.sql.ts'
import { latestPlan } from '../plans.sql.ts'
import type { Db } from '../tables.ts'
import { CommissionPage, SdgsPage } from './commission.page.tsx'
import { commissionItems } from './commission.sql.ts'
import { currentGoals } from './goals.sql.ts'
import { importCommission, lookThrough } from './import-commission.ts'
import { ImportCommissionPage } from './import-commission.page.tsx'

type C = Context<VisitEnv>

const fileBytesMax = 1024 * 1024

/** What the goals contribute to: the Commission's objectives and the Sustainable Development Goals. */
export const commissionRoutes = (db: Db) =>
  routes()
    .get('/plan/commission', anyone, async (c) => {
      const plan = await latestPlan(db, localDate(c.var.now))
      const page = {
        ...{ visit: c.var, items: await commissionItems(db), goals: await currentGoals(db) },
        commitments: plan ? await commitmentsOfPlan(db, plan.id) : [],
      }
      return c.html(<CommissionPage {...page} />)
    })
    .get('/plan/sdgs', anyone, async (c) => c.html(<SdgsPage visit={c.var} goals={await currentGoals(db)} />))
    .get('/office/goals/commission', coordinator, (c) =>
      c.html(<ImportCommissionPage visit={c.var} done={c.req.query('done') !== undefined} />),
    )
    .post('/office/goals/commission', coordinator, async (c) => {
      const text = await sentText(c)
      if (text === null) {
        const mistake = 'goals.import.file-missing'
        return c.html(<ImportCommissionPage visit={c.var} mistake={mistake} />, 422)
      }
      if (text.isConfirmed) {
        const looked = await importCommission(db, memberOf(c), text.text, c.var.now)
        if (!looked) return c.redirect(c.var.to('/office/goals/commission?done'), 303)
        return c.html(<ImportCommissionPage visit={c.var} looked={looked} text={text.text} />, 409)
      }
      const looked = await lookThrough(db, text.text)
      const isGood = !looked.file && looked.problems.length === 0 && looked.lines.length > 0
      return c.html(
        <ImportCommissionPage visit={c.var} looked={looked} text={text.text} />,
        isGood ? 200 : 422,
      )
    })

/** A file to look through, or the text of one that was looked through. */
async function sentText(c: C): Promise<{ text: string; isConfirmed: boolean } | null> {
  const { text } = await readFields(c)
  if (typeof text === 'string' && text) return { text, isConfirmed: true }
  const file = (await c.req.parseBody())['file']
  if (!(file instanceof File) || file.size === 0 || file.size > fileBytesMax) return null
  return { text: decoded(new Uint8Array(await file.arrayBuffer())), isConfirmed: false }
}
