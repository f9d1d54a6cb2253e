import type { Context } from 'hono'
import * as z from 'zod'
import { coordinator, memberOf } from '#people/index.ts'
import { found, NotFound } from '#platform/errors.ts'
import { date, optionalTexts, texts } from '#platform/form.ts'
import { readFields, readForm, routes, type VisitEnv } from '#platform/http.ts'
import { localDate } from '#platform/time.ts'
import type { Db } from '../tables.ts'
import { commitmentsOfPlan } from '../commitments.sql.ts'
import { numberIn } from '../whole-number.ts'
import { AddChangePage } from './add-change.page.tsx'
import { ways } from './change-commitment.ts'
import type { Change } from './change.ts'
import { EditRevisionPage } from './edit-revision.page.tsx'
import { editRevision } from './edit-revision.ts'
import type { Means } from './means.ts'
import { OfficeRevisionsPage } from './office-revisions.page.tsx'
import { proposeRevision } from './propose-revision.ts'
import { changesOfAll, draftsOf, openRevisions, revisionWithNumber } from './revisions.sql.ts'
import { nobodysCommitments } from './nobodys.sql.ts'
import { shown } from './shown.sql.ts'
import { withdrawRevision } from './withdraw-revision.ts'

const titleMax = 200
const textMax = 4000

const EditForm = z.object({
  seen: z.coerce.number().int().positive(),
  title: optionalTexts(titleMax),
  reason: texts(textMax, 'revisions.reason-missing'),
  decide_by: date,
  /** The positions of changes that stay. */
  keep: z.preprocess(
    (given) => (given === undefined ? [] : Array.isArray(given) ? given : [given]),
    z.array(z.coerce.number().int()),
  ),
  do: z.enum(['save', 'propose']).catch('save'),
})

const WithdrawForm = z.object({ seen: z.coerce.number().int().positive(), why: optionalTexts(textMax) })

const AddQuery = z.object({
  commitment: z.coerce.number().int().positive().optional().catch(undefined),
  way: z.enum(ways).catch('change'),
})

type C = Context<VisitEnv>

/** Where a party works on what it proposes. */
export const officeRevisionRoutes = (db: Db, url: Means['url']) =>
  routes()
    .get('/office/revisions', coordinator, async (c) => {
      const drafts = await draftsOf(db, memberOf(c).party?.id ?? '')
      const open = await openRevisions(db)
      const changes = await changesOfAll(
        db,
        [...drafts, ...open].map((one) => one.id),
      )
      const nobodys = await nobodysCommitments(db, localDate(c.var.now))
      return c.html(<OfficeRevisionsPage visit={c.var} {...{ drafts, open, changes, nobodys }} />)
    })
    .get('/office/revisions/:number', coordinator, async (c) =>
      c.html(<EditRevisionPage {...await ownPage(db, c)} saved={c.req.query('saved') !== undefined} />),
    )
    .get('/office/revisions/:number/add', coordinator, async (c) => {
      const { commitment, way } = AddQuery.parse(c.req.query())
      const page = await ownPage(db, c)
      const { number, plan_id, kind } = page.revision
      if (kind !== 'change') throw new NotFound('a whole plan is worked on elsewhere')
      if (commitment) {
        return c.redirect(c.var.to(`/office/commitments/${commitment}/${way}?into=${number}`), 303)
      }
      return c.html(<AddChangePage {...page} commitments={await commitmentsOfPlan(db, plan_id)} />)
    })
    .post('/office/revisions/:number', coordinator, (c) => save(db, c, url))
    .post('/office/revisions/:number/withdraw', coordinator, async (c) => {
      const page = await ownPage(db, c)
      const form = await readForm(c, WithdrawForm)
      if (!form.ok) return c.html(<EditRevisionPage {...page} {...form} />, 422)
      const { seen, why: reason } = form.value
      const { id, number } = page.revision
      const means = { now: c.var.now, url }
      const refusal = await withdrawRevision(db, memberOf(c), id, { seen, reason }, means)
      const isDraft = page.revision.state === 'draft'
      if (!refusal)
        return c.redirect(c.var.to(isDraft ? '/office/revisions' : `/plan/revisions/${number}`), 303)
      const again = { filled: await readFields(c), refusal: `revisions.refusal.${refusal}` }
      return c.html(<EditRevisionPage {...await ownPage(db, c)} {...again} />, 409)
    })

async function save(db: Db, c: C, url: Means['url']): Promise<Response> {
  const page = await ownPage(db, c)
  const form = await readForm(c, EditForm)
  if (!form.ok) return c.html(<EditRevisionPage {...page} {...form} />, 422)
  const { seen, title, reason, decide_by: decideBy, keep } = form.value
  const { id, number, state } = page.revision
  const changes = page.changes.filter((change: Change) => keep.includes(change.position))
  const means = { now: c.var.now, url }
  const edited = await editRevision(db, memberOf(c), id, { seen, title, reason, decideBy, changes }, means)
  const proposes = edited.refusal === null && state === 'draft' && form.value.do === 'propose'
  const answer = proposes
    ? await proposeRevision(db, memberOf(c), id, { seen: seen + 1, decideBy }, means)
    : edited
  if (answer.refusal === null) {
    const isDraft = state === 'draft' && !proposes
    return c.redirect(
      c.var.to(isDraft ? `/office/revisions/${number}?saved` : `/plan/revisions/${number}`),
      303,
    )
  }
  const again = { filled: await readFields(c), refusal: `revisions.refusal.${answer.refusal}` }
  return c.html(<EditRevisionPage {...await ownPage(db, c)} {...again} />, 409)
}

/** What the visitor's own party proposes; to others it does not exist here. */
async function ownPage(db: Db, c: C) {
  const number = numberIn(c.req.param('number') ?? '')
  const revision = found(await revisionWithNumber(db, number), 'revision')
  if (revision.party_id !== memberOf(c).party?.id) throw new NotFound('another party’s revision')
  return { visit: c.var, ...(await shown(db, revision, c.var.now)) }
}
