import * as z from 'zod'
import { partiesInOrder } from '#people/index.ts'
import { json } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { date, optionalParagraphs, optionalTexts, texts } from '#platform/form.ts'
import { goalWithId } from '../../goals/goals.sql.ts'
import { refusalToChange } from '../../opened.ts'
import type { Owner } from '../../revisions/change.ts'
import type { Db, Reads } from '../../tables.ts'
import { keyOf } from '../gathering/decide-source.ts'
import { loadSources } from '../gathering/load-sources.ts'
import { letItWait, putGathered } from '../gathering/sources.sql.ts'
import type { Successor } from '../successor.sql.ts'
import {
  addDraftCommitment,
  changeDraftCommitment,
  type DraftShown,
  draftCommitmentWithId,
  nextPosition,
} from './draft.sql.ts'
import { editDraft, type DraftRefusal, type Editing } from './edit-draft.ts'

const namesMax = 4000

export const DraftCommitmentForm = z
  .object({
    goal: z.string('plan.commitment.goal-missing').min(1, 'plan.commitment.goal-missing'),
    title: texts(200),
    what: optionalTexts(4000),
    measure: texts(4000),
    due: date,
    parties: z.preprocess(
      (given) => (given === undefined ? [] : Array.isArray(given) ? given : [given]),
      z.array(z.string()),
    ),
    /** One on each line: the directory is too long to tick in. */
    organisations: optionalParagraphs(namesMax).transform((text) =>
      (text ?? '')
        .split('\n')
        .map((name) => name.trim())
        .filter(Boolean),
    ),
    seen: z.string().default(''),
    /** The key of what it comes from. */
    from: z.string().default(''),
  })
  .refine(({ parties, organisations }) => parties.length + organisations.length > 0, {
    error: 'plan.commitment.owner-missing',
    path: ['parties'],
  })
export type DraftCommitmentForm = z.output<typeof DraftCommitmentForm>

/** What a draft commitment was opened as. */
export const wordingOf = ({ goal_id, title, what, measure, due_on, owners }: DraftShown) => ({
  ...{ goal_id, title, what, measure, due_on, owners },
})

export type CommitmentRefusal = DraftRefusal | 'goal-not-adopted' | 'goal-is-closed' | 'due-outside-plan'

/** A commitment of the draft, new or worded anew; one that comes from something gathered keeps its thread. */
export function saveDraftCommitment(
  db: Db,
  editing: Editing & { id: string; isNew: boolean },
  form: Omit<DraftCommitmentForm, 'organisations'> & { organisationIds: readonly string[] },
): Promise<CommitmentRefusal | null> {
  return editDraft<CommitmentRefusal>(db, editing, async (tx, successor) => {
    const misplaced = await refusalToPlace(tx, successor, form)
    if (misplaced) return misplaced
    const before = await draftCommitmentWithId(tx, successor.id, editing.id)
    const words = await rowOf(tx, form)
    if (!before && editing.isNew) return add(tx, successor, editing, form.from, words)
    const now = found(before?.removed_at === null ? before : undefined, 'draft commitment')
    const refusal = refusalToChange(form.seen, wordingOf(now))
    // The same form sent twice is no quarrel between two people.
    if (refusal && isSame(now, words)) return null
    if (refusal) return refusal
    await changeDraftCommitment(tx, now.id, { ...words, changed_at: editing.now })
    return null
  })
}

type Words = Awaited<ReturnType<typeof rowOf>>

const isSame = (now: DraftShown, words: Words): boolean =>
  json(now.title) === words.title && json(now.measure) === words.measure && json(now.what) === words.what

async function refusalToPlace(
  tx: Reads,
  successor: Successor,
  form: { goal: string; due: string },
): Promise<CommitmentRefusal | null> {
  const goal = found(await goalWithId(tx, form.goal), 'goal')
  if (goal.adopted_at === null) return 'goal-not-adopted'
  if (goal.closed_at !== null) return 'goal-is-closed'
  return form.due < successor.starts_on || form.due > successor.ends_on ? 'due-outside-plan' : null
}

async function rowOf(
  tx: Reads,
  form: Omit<DraftCommitmentForm, 'organisations'> & { organisationIds: readonly string[] },
) {
  const known = (await partiesInOrder(tx)).map(({ id }) => id)
  for (const party of form.parties) found(known.includes(party) || undefined, 'party')
  const owners: Owner[] = [
    ...known.filter((party) => form.parties.includes(party)).map((party) => ({ party })),
    ...[...new Set(form.organisationIds)].map((organisation) => ({ organisation })),
  ]
  return {
    ...{ goal_id: form.goal, title: json(form.title), what: json(form.what), measure: json(form.measure) },
    ...{ due_on: form.due, owners: json(owners) },
  }
}

async function add(
  tx: Db,
  successor: Successor,
  { id, by, now }: Editing & { id: string },
  from: string,
  words: Words,
): Promise<CommitmentRefusal | null> {
  const source = from
    ? found(
        (await loadSources(tx, successor)).find((one) => keyOf(one) === from),
        'source',
      )
    : undefined
  // Somebody else has made it a commitment a moment ago.
  if (source?.decided?.outcome === 'commitment') return 'changed-meanwhile'
  await addDraftCommitment(tx, {
    ...{ id, successor_id: successor.id, ...words, carried_from: null, changed_at: now },
    position: await nextPosition(tx, 'draft_commitment', successor.id),
    recommendation_id: source?.recommendationId ?? null,
  })
  if (!source) return null
  await putGathered(tx, {
    ...{ successor_id: successor.id, kind: source.kind, source_id: source.id, outcome: 'commitment' },
    ...{ reason: '{}', draft_commitment_id: id, by_person: by.id, decided_at: now },
  })
  return null
}

/** Out of the draft; what it came from waits again, and what somebody carries on is never dropped this way. */
export const removeDraftCommitment = (db: Db, editing: Editing & { id: string }) =>
  editDraft<'carried-on'>(db, editing, async (tx, successor) => {
    const commitment = found(await draftCommitmentWithId(tx, successor.id, editing.id), 'draft commitment')
    if (commitment.carried_from !== null) return 'carried-on'
    await letItWait(tx, commitment.id)
    await changeDraftCommitment(tx, commitment.id, { removed_at: editing.now })
    return null
  })
