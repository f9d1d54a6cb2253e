import * as z from 'zod'
import { found } from '#platform/errors.ts'
import { texts } from '#platform/form.ts'
import { datePlus, localDate } from '#platform/time.ts'
import { proposeChange, type Proposed } from '../revisions/index.ts'
import type { Db } from '../tables.ts'
import { type ChooseRefusal, refusalToChoose } from './focus.rules.ts'
import { callOfYear, chosenBefore, planOfYear, proposalsOfYear } from './focus.sql.ts'
import type { Acting } from './judge.ts'

const ids = z.preprocess(
  (given) => (given === undefined ? [] : Array.isArray(given) ? given : [given]),
  z.array(z.string()),
)

export const ChooseForm = z.object({
  id: z.uuid(),
  areas: ids,
  reason: texts(2000, 'focus-areas.mistake.choice-reason'),
})

/** So long the parties have to answer. */
const answerDays = 21

/** Proposes a year's focus areas to the parties, as a revision of the plan; nothing is chosen before all say yes. */
export async function chooseAreas(
  db: Db,
  year: number,
  form: z.output<typeof ChooseForm>,
  { by, now, url }: Acting,
): Promise<{ refusal: ChooseRefusal } | Proposed> {
  const today = localDate(now)
  const [plan, call, proposed, earlier] = await Promise.all([
    planOfYear(db, year),
    callOfYear(db, year),
    proposalsOfYear(db, year),
    chosenBefore(db, year),
  ])
  const refusal = refusalToChoose({ chosen: form.areas.length, call, hasPlan: plan !== undefined, today })
  if (refusal || !plan) return { refusal: refusal ?? 'no-plan' }
  const known = [...proposed.filter(({ state }) => state !== 'not-chosen'), ...earlier]
  const areas = form.areas.map((id) => {
    const proposal = found(
      known.find((one) => one.id === id),
      'proposal',
    )
    return { title: proposal.title, about: proposal.why, proposal_id: id }
  })
  const changes = [{ kind: 'focus-areas' as const, after: { year, areas } }]
  const given = { id: form.id, plan_id: plan.id, title: {}, reason: form.reason, changes }
  return proposeChange(db, by, { ...given, decideBy: datePlus(today, answerDays) }, { now, url })
}
