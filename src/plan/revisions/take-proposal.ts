import type { Context } from 'hono'
import * as z from 'zod'
import { memberOf } from '#people/index.ts'
import { found, NotFound } from '#platform/errors.ts'
import { type Answered, checkForm, date, texts } from '#platform/form.ts'
import { readFields, type VisitEnv } from '#platform/http.ts'
import type { Db } from '../tables.ts'
import { numberIn } from '../whole-number.ts'
import type { Change, ChangeInput } from './change.ts'
import { editRevision } from './edit-revision.ts'
import type { Means } from './means.ts'
import { draftRevision, proposeChange } from './propose-revision.ts'
import { changesOf, type Revision, revisionWithNumber } from './revisions.sql.ts'
import { withChange } from './with-change.rules.ts'

const reasonMax = 4000

const Alone = z.object({
  /** Of the revision, made when the form is shown. */
  revision: z.uuid(),
  reason: texts(reasonMax, 'revisions.reason-missing'),
  decide_by: date,
  do: z.enum(['propose', 'draft']).catch('propose'),
})
const Into = z.object({ seen: z.coerce.number().int().positive() })

/** A revision of one's own party that is open, and takes one more change. */
export interface IntoRevision {
  revision: Revision
  changes: readonly Change[]
}

type C = Context<VisitEnv>

/** The revision that the address says the change belongs in; undefined where it is proposed by itself. */
export async function intoOf(db: Db, c: C, planId: string | undefined): Promise<IntoRevision | undefined> {
  const given = c.req.query('into')
  if (given === undefined) return undefined
  const revision = found(await revisionWithNumber(db, numberIn(given)), 'revision')
  const isOpen = revision.state === 'draft' || revision.state === 'proposed'
  if (!isOpen || revision.party_id !== memberOf(c).party?.id || revision.plan_id !== planId) {
    throw new NotFound('no revision that takes this')
  }
  return { revision, changes: await changesOf(db, revision.id) }
}

/** Where one goes from here, or why the same form is shown again. */
export type Taken = { to: string } | { again: Answered; status: 409 | 422 }

/** What a form proposes, or what is wrong with it. */
export type Read = { planId: string; change: ChangeInput } | { mistakes: Record<string, string> }

interface Taking<T> {
  shape: z.ZodType<T>
  read: (value: T) => Promise<Read>
  into: IntoRevision | undefined
  means: Means
}

/** Takes one change from a form: proposed at once, kept as a draft, or put into a revision that is open. */
export async function takeProposal<T>(db: Db, c: C, taking: Taking<T>): Promise<Taken> {
  const filled = await readFields(c)
  const form = checkForm(filled, taking.shape)
  const where = taking.into ? checkForm(filled, Into) : checkForm(filled, Alone)
  const mistakes = { ...(!form.ok && form.mistakes), ...(!where.ok && where.mistakes) }
  if (!form.ok || !where.ok) return { again: { filled, mistakes }, status: 422 }
  const read = await taking.read(form.value)
  if ('mistakes' in read) return { again: { filled, mistakes: read.mistakes }, status: 422 }
  const sent = { ...where.value, ...read }
  const answer =
    'seen' in sent ? await putInto(db, c, sent, taking) : await putAlone(db, c, sent, taking.means)
  if ('to' in answer) return answer
  return { again: { filled, refusal: `revisions.refusal.${answer.refusal}` }, status: 409 }
}

type Answer = { to: string } | { refusal: string }

async function putInto(
  db: Db,
  c: C,
  { seen, change }: { seen: number; change: ChangeInput },
  { into, means }: Pick<Taking<unknown>, 'into' | 'means'>,
): Promise<Answer> {
  const { revision, changes } = found(into, 'revision')
  const { id, number, title, reason, state } = revision
  const edit = { seen, title, reason, changes: withChange(changes, change) }
  const { refusal } = await editRevision(db, memberOf(c), id, edit, means)
  if (refusal !== null) return { refusal }
  return { to: state === 'draft' ? `/office/revisions/${number}?saved` : `/plan/revisions/${number}` }
}

async function putAlone(
  db: Db,
  c: C,
  {
    planId,
    change,
    revision: id,
    reason,
    ...given
  }: z.output<typeof Alone> & Extract<Read, { planId: string }>,
  means: Means,
): Promise<Answer> {
  const one = { id, plan_id: planId, title: {}, reason, changes: [change] }
  if (given.do === 'draft') {
    const { number } = await draftRevision(db, memberOf(c), one, means)
    return { to: `/office/revisions/${number}?saved` }
  }
  const answer = await proposeChange(db, memberOf(c), { ...one, decideBy: given.decide_by }, means)
  return answer.refusal === null ? { to: `/plan/revisions/${answer.number}` } : answer
}
