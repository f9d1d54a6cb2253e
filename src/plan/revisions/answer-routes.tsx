import type { Context } from 'hono'
import * as z from 'zod'
import { memberOf, partiesActedFor, partiesInOrder, signedIn } from '#people/index.ts'
import { found, NotFound } from '#platform/errors.ts'
import { optionalTexts } from '#platform/form.ts'
import { readFields, readForm, routes, type VisitEnv } from '#platform/http.ts'
import { localDate } from '#platform/time.ts'
import type { Db } from '../tables.ts'
import { numberIn } from '../whole-number.ts'
import { answerRevision } from './answer-revision.ts'
import { idsOfAsked } from './asked.sql.ts'
import { AnswerPage } from './answer.page.tsx'
import type { Means } from './means.ts'
import { refusalToAnswer } from './revision.rules.ts'
import { revisionWithNumber } from './revisions.sql.ts'
import { shown } from './shown.sql.ts'

const reasonMax = 4000

const AnswerForm = z
  .object({
    seen: z.coerce.number().int().positive(),
    party: z.string(),
    answer: z.enum(['yes', 'no'], 'revisions.answer.missing'),
    reason: optionalTexts(reasonMax),
  })
  .refine(({ answer, reason }) => answer === 'yes' || Object.keys(reason).length > 0, {
    error: 'revisions.refusal.no-needs-a-reason',
    path: ['reason.sv'],
  })

type C = Context<VisitEnv>

/** Where a party says yes or no: its coordinators, and whoever it has named to stand in for them. */
export const answerRoutes = (db: Db, url: Means['url']) =>
  routes()
    .get('/office/revisions/:number/answer', signedIn, async (c) =>
      c.html(<AnswerPage {...await answerPage(db, c)} />),
    )
    .post('/office/revisions/:number/answer', signedIn, async (c) => {
      const page = await answerPage(db, c)
      const form = await readForm(c, AnswerForm)
      if (!form.ok) return c.html(<AnswerPage {...page} {...form} />, 422)
      const { party, ...given } = form.value
      const answer = { ...given, partyId: party }
      const { id, number } = page.revision
      const { refusal } = await answerRevision(db, memberOf(c), id, answer, { now: c.var.now, url })
      if (refusal === null) return c.redirect(c.var.to(`/plan/revisions/${number}`), 303)
      if (refusal === 'not-your-party') throw new NotFound('not yours to answer')
      const again = { filled: await readFields(c), refusal: `revisions.refusal.${refusal}` }
      return c.html(<AnswerPage {...await answerPage(db, c)} {...again} />, 409)
    })

/** The page as it is now, for the party that the visitor decides for here; for nobody else does it exist. */
async function answerPage(db: Db, c: C) {
  const member = memberOf(c)
  const { now } = c.var
  const number = numberIn(c.req.param('number') ?? '')
  const revision = found(await revisionWithNumber(db, number), 'revision')
  if (revision.state === 'draft') throw new NotFound('a draft')
  const page = await shown(db, revision, now)
  const substituteFor = await partiesActedFor(db, member.id, now)
  const all = [...(member.party ? [member.party.id] : []), ...substituteFor]
  const isOpenTo = (id: string): boolean =>
    !page.answers.some((one) => one.party_id === id && one.version === revision.version)
  const partyId = found(all.find(isOpenTo) ?? all[0], 'party')
  const party = found(
    (await partiesInOrder(db)).find((one) => one.id === partyId),
    'party',
  )
  const isSubstitute = member.party?.id !== partyId
  const closed = refusalToAnswer({
    ...{ state: revision.state, version: revision.version, seen: revision.version },
    ...{ decideBy: revision.decide_by, partyId, standing: isSubstitute ? 'substitute' : 'coordinator' },
    ...{
      parties: await idsOfAsked(db, revision, localDate(now)),
      answers: page.answers,
      answer: 'yes',
      reason: {},
    },
    today: localDate(now),
  })
  return { visit: c.var, ...page, party, isSubstitute, closed }
}
