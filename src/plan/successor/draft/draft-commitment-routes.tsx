import type { Context } from 'hono'
import { organisationNamed } from '#network/index.ts'
import { coordinator, memberOf, partiesInOrder } from '#people/index.ts'
import { found } from '#platform/errors.ts'
import type { Answered } from '#platform/form.ts'
import { readFields, readForm, routes, type VisitEnv } from '#platform/http.ts'
import { newId } from '#platform/ids.ts'
import { inLanguage } from '#platform/language.ts'
import { currentGoals } from '../../goals/goals.sql.ts'
import type { Owner } from '../../revisions/change.ts'
import type { Db } from '../../tables.ts'
import { carryAnswersOf } from '../asking/carry.sql.ts'
import { keyOf } from '../gathering/decide-source.ts'
import { loadSources } from '../gathering/load-sources.ts'
import type { UrlOf } from '../letters.ts'
import { latestSuccessor } from '../successor.sql.ts'
import { DraftCommitmentForm, removeDraftCommitment, saveDraftCommitment } from './draft-commitment.ts'
import { DraftCommitmentPage } from './draft-commitment.page.tsx'
import { draftCommitmentWithId } from './draft.sql.ts'

type C = Context<VisitEnv>

const draftAt = '/office/next-plan/draft?saved=yes'

/** A commitment of the draft, new or worded anew. */
export const commitmentRoutes = (db: Db, url: UrlOf) =>
  routes()
    .get('/office/next-plan/draft/:commitment', coordinator, async (c) => c.html(await page(db, c)))
    .post('/office/next-plan/draft/:commitment', coordinator, async (c) => {
      const filled = await readFields(c)
      const successor = found(await latestSuccessor(db), 'plan in the making')
      const isNew = c.req.param('commitment') === 'new'
      const id = isNew ? String(filled['id'] ?? newId()) : c.req.param('commitment')
      const editing = { successorId: successor.id, by: memberOf(c), now: c.var.now, url, id, isNew }
      if (filled['do'] === 'remove') {
        const refusal = await removeDraftCommitment(db, editing)
        if (!refusal) return c.redirect(c.var.to(draftAt), 303)
        return c.html(await page(db, c, { filled, refusal: `successor.refusal.${refusal}` }), 409)
      }
      const form = await readForm(c, DraftCommitmentForm)
      if (!form.ok) return c.html(await page(db, c, form), 422)
      const { organisations, ...rest } = form.value
      const organisationIds = await idsOf(db, organisations)
      if (!organisationIds) {
        const mistakes = { organisations: 'plan.commitment.organisation-unknown' }
        return c.html(await page(db, c, { filled, mistakes }), 422)
      }
      const refusal = await saveDraftCommitment(db, editing, { ...rest, organisationIds })
      if (!refusal) return c.redirect(c.var.to(draftAt), 303)
      return c.html(await page(db, c, { filled, refusal: `successor.refusal.${refusal}` }), 409)
    })

/** The organisations of these names; undefined when the directory lacks one of them. */
async function idsOf(db: Db, names: readonly string[]): Promise<string[] | undefined> {
  const ids: string[] = []
  for (const name of names) {
    const known = await organisationNamed(db, name)
    if (!known) return undefined
    ids.push(known.id)
  }
  return ids
}

async function page(db: Db, c: C, answered: Answered = {}) {
  const successor = found(await latestSuccessor(db), 'plan in the making')
  const key = c.req.param('commitment') ?? ''
  const commitment =
    key === 'new' ? null : found(await draftCommitmentWithId(db, successor.id, key), 'draft commitment')
  found(commitment?.removed_at ? null : true, 'draft commitment')
  const from = c.req.query('from') ?? answered.filled?.['from']
  const sources = from ? await loadSources(db, successor) : []
  const [goals, parties] = await Promise.all([currentGoals(db), partiesInOrder(db)])
  const said = commitment?.carried_from ? await carryAnswersOf(db, successor.id) : []
  const wishes = said.filter(
    (one) => one.commitment_id === commitment?.carried_from && one.answer === 'change',
  )
  const organisations = (await namesOf(db, commitment?.owners ?? []))
    .map((name) => inLanguage(name, c.var.language))
    .join('\n')
  const props = { successor, commitment, goals, parties, organisations, id: newId() }
  return (
    <DraftCommitmentPage
      visit={c.var}
      {...props}
      source={sources.find((one) => keyOf(one) === from)}
      wishes={wishes.map(({ reason }) => reason)}
      {...answered}
    />
  )
}

async function namesOf(db: Db, owners: readonly Owner[]) {
  const ids = owners.flatMap((one) => ('organisation' in one ? [one.organisation] : []))
  if (ids.length === 0) return []
  const rows = await db.selectFrom('organisation').select(['id', 'name']).where('id', 'in', ids).execute()
  return ids.flatMap((id) => rows.filter((row) => row.id === id).map(({ name }) => name))
}
