import type { Context } from 'hono'
import { coordinator, partiesOn } from '#people/index.ts'
import { found } from '#platform/errors.ts'
import { routes, type VisitEnv } from '#platform/http.ts'
import { newId } from '#platform/ids.ts'
import { localDate } from '#platform/time.ts'
import { ownersOf } from '../create-commitment.ts'
import { organisationsNamed } from '../organisations-named.ts'
import type { Db, Plan } from '../tables.ts'
import { numberIn } from '../whole-number.ts'
import { ChangeCommitmentPage } from './change-commitment.page.tsx'
import {
  ChangeForm,
  filledWith,
  OwnersForm,
  RemoveForm,
  saidIn,
  type Way,
  ways,
} from './change-commitment.ts'
import type { ChangeInput } from './change.ts'
import { factsFor } from './facts.sql.ts'
import { misfitOf } from './fits.rules.ts'
import type { Means } from './means.ts'
import { namesIn } from './names.sql.ts'
import { commitmentsNow, type StandingCommitment } from './standing-now.sql.ts'
import { intoOf, type Read, takeProposal, type Taken } from './take-proposal.ts'

type C = Context<VisitEnv>

/** Where a party proposes what is to become of a commitment. */
export function changeRoutes(db: Db, url: Means['url']) {
  const all = routes()
  for (const way of ways) {
    const path = `/office/commitments/:number/${way}` as const
    all.get(path, coordinator, async (c) =>
      c.html(<ChangeCommitmentPage {...await changePage(db, c, way)} />),
    )
    all.post(path, coordinator, async (c) => {
      const page = await changePage(db, c, way)
      const taken = await take(db, c, page, { now: c.var.now, url })
      if ('to' in taken) return c.redirect(c.var.to(taken.to), 303)
      // What was changed meanwhile is shown as it stands now; the words that were typed are kept.
      return c.html(<ChangeCommitmentPage {...await changePage(db, c, way)} {...taken.again} />, taken.status)
    })
  }
  return all
}

async function changePage(db: Db, c: C, way: Way) {
  const number = numberIn(c.req.param('number') ?? '')
  const row = found(
    await db
      .selectFrom('commitment')
      .select(['id', 'plan_id'])
      .where('number', '=', number)
      .executeTakeFirst(),
    'commitment',
  )
  const commitment = found((await commitmentsNow(db, [row.id])).get(row.id), 'commitment')
  const plan = await db.selectFrom('plan').selectAll().where('id', '=', row.plan_id).executeTakeFirstOrThrow()
  const into = await intoOf(db, c, plan.id)
  const today = localDate(c.var.now)
  const words = (into && saidIn(into.changes, row.id)) ?? commitment.words
  const known = { ...taking(row.id), before: commitment.words }
  const said = { ...known, before: words }
  return {
    ...{ visit: c.var, way, commitment, plan, into, revisionId: newId() },
    names: await namesIn(db, [known, said]),
    parties: await partiesOn(db, today),
    closed: await closedFor(db, plan, known, today),
    filled: filledWith(words, await namesIn(db, [said]), c.var.language),
  }
}

const taking = (commitment_id: string) =>
  ({ id: '', position: 1, kind: 'remove-commitment', commitment_id }) as const

/** Why nothing can be proposed about it now: it is out already, or its plan is not in force. */
async function closedFor(
  db: Db,
  plan: Plan,
  change: ReturnType<typeof taking> & { before: StandingCommitment['words'] },
  today: string,
) {
  const facts = await factsFor(db, { ...plan, plan_id: plan.id, kind: 'change' }, [change], today)
  return misfitOf([change], facts)
}

type ChangePage = Awaited<ReturnType<typeof changePage>>

function take(db: Db, c: C, { way, commitment, into }: ChangePage, means: Means): Promise<Taken> {
  const { id, plan_id: planId, words } = commitment
  const standing = (into && saidIn(into.changes, id)) ?? words
  const read = (change: ChangeInput): Read => ({ planId, change })
  const owned = async (given: { parties: string[]; organisations: string[] }, said: typeof words) => {
    const organisationIds = await organisationsNamed(db, given.organisations)
    if (!organisationIds) return { mistakes: { organisations: 'plan.commitment.organisation-unknown' } }
    const owners = await ownersOf(db, { parties: given.parties, organisationIds })
    const { title, what, measure, due_on } = said
    const after = { title, what, measure, due_on, owners }
    return read({ kind: 'change-commitment', commitment_id: id, after })
  }
  switch (way) {
    case 'change':
      return takeProposal(db, c, {
        ...{ into, means, shape: ChangeForm },
        read: ({ due, ...given }) => owned(given, { ...standing, ...given, due_on: due }),
      })
    case 'owners':
      return takeProposal(db, c, { into, means, shape: OwnersForm, read: (given) => owned(given, standing) })
    case 'remove':
      return takeProposal(db, c, {
        ...{ into, means, shape: RemoveForm },
        read: () => Promise.resolve(read({ kind: 'remove-commitment', commitment_id: id })),
      })
  }
}
