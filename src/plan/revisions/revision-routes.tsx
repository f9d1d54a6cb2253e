import * as z from 'zod'
import { decidesFor, partiesActedFor } from '#people/index.ts'
import { found, NotFound } from '#platform/errors.ts'
import { anyone, routes, type Visit } from '#platform/http.ts'
import { localDate } from '#platform/time.ts'
import type { Db } from '../tables.ts'
import { decidedPart } from '../steering-group/decided-part.tsx'
import { numberIn } from '../whole-number.ts'
import { answerRoutes } from './answer-routes.tsx'
import { changeRoutes } from './change-routes.tsx'
import type { Means } from './means.ts'
import { officeRevisionRoutes } from './office-revision-routes.tsx'
import { OnDayPage } from './on-day.page.tsx'
import { planOn } from './on-day.sql.ts'
import { RevisionPage } from './revision.page.tsx'
import { changesOfAll, proposedRevisions, type Revision, revisionWithNumber } from './revisions.sql.ts'
import { RevisionsPage } from './revisions.page.tsx'
import { shown } from './shown.sql.ts'

const perPage = 50
const Day = z.iso.date()
const PageNumber = z.coerce.number().int().min(1).max(10_000).catch(1)

/** What is proposed and what was decided, for everybody; and where the parties write and answer. */
export const revisionRoutes = (db: Db, url: Means['url']) =>
  routes()
    .get('/plan/revisions', anyone, async (c) => {
      const page = PageNumber.parse(c.req.query('page') ?? 1)
      const some = await proposedRevisions(db, perPage + 1, (page - 1) * perPage)
      const revisions = some.slice(0, perPage)
      const changes = await changesOfAll(
        db,
        revisions.map((one) => one.id),
      )
      const more = some.length > perPage
      return c.html(<RevisionsPage visit={c.var} {...{ revisions, changes, more, page }} />)
    })
    .get('/plan/revisions/:number', anyone, async (c) => {
      const revision = found(await revisionWithNumber(db, numberIn(c.req.param('number'))), 'revision')
      // A draft is the proposing party's own until it is proposed.
      if (revision.state === 'draft' && revision.party_id !== c.var.member?.party?.id) {
        throw new NotFound('a draft of another party')
      }
      const page = await shown(db, revision, c.var.now)
      const may = await mayHere(db, c.var, revision)
      const decided = await decidedPart(db)(c.var, 'revision', revision.id)
      return c.html(<RevisionPage visit={c.var} {...page} may={may} decided={decided} />)
    })
    .get('/plan/on', anyone, (c) => {
      const day = Day.safeParse(c.req.query('day'))
      return c.redirect(c.var.to(`/plan/on/${day.success ? day.data : localDate(c.var.now)}`), 303)
    })
    .get('/plan/on/:day', anyone, async (c) => {
      const day = found(Day.safeParse(c.req.param('day')).data, 'day')
      return c.html(<OnDayPage visit={c.var} day={day} on={await planOn(db, day)} />)
    })
    .route('/', answerRoutes(db, url))
    .route('/', officeRevisionRoutes(db, url))
    .route('/', changeRoutes(db, url))

async function mayHere(db: Db, { member, now }: Visit, revision: Revision) {
  if (!member) return { answer: false, write: false }
  const isOpen = revision.state === 'proposed' || revision.state === 'draft'
  const acted = [member.party?.id ?? [], await partiesActedFor(db, member.id, now)].flat()
  const others = acted.filter((party) => party !== revision.party_id)
  const standings = await Promise.all(others.map((party) => decidesFor(db, member.id, party, now)))
  return {
    answer: revision.state === 'proposed' && standings.some((standing) => standing !== null),
    write: isOpen && member.party?.id === revision.party_id,
  }
}
