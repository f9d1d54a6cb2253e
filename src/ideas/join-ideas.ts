import * as z from 'zod'
import { found } from '#platform/errors.ts'
import type { Member } from '#platform/http.ts'
import { record } from '#platform/record.ts'
import type { Instant } from '#platform/time.ts'
import { decideAboutIdeas } from './decide-ideas.ts'
import { type JoinRefusal, movesToJoin, refusalToJoin } from './family.rules.ts'
import { isAnswer } from './idea.rules.ts'
import { type Idea, ideaNumbered, ideaWithId, ideaWithNumber, joinedInto } from './ideas.sql.ts'
import { officer } from './moderate-idea.ts'
import { addStep, stepsOf } from './steps.sql.ts'
import type { Db, Tx } from './tables.ts'
import { recount } from './voices.sql.ts'

export const Joining = z.object({
  do: z.literal('join'),
  /** The number of the idea that it is joined with. */
  into: z.coerce.number('ideas.mistake.into').int().min(1, 'ideas.mistake.into'),
})

interface Doing {
  by: Member
  number: string
  now: Instant
}

/**
 * Joins an idea with another: they share their way from here. Each keeps its page, its history, whoever wrote it and
 * whoever supports it; what was joined with it comes along.
 */
export function joinIdea(
  db: Db,
  { by, number, now: at }: Doing,
  { into }: z.output<typeof Joining>,
): Promise<JoinRefusal | null> {
  return decideAboutIdeas(db, async (tx) => {
    const idea = found(await ideaNumbered(tx, number), 'idea')
    const other = await headFor(tx, into)
    if (!other) return 'other-not-shown'
    const refusal = refusalToJoin(idea, other)
    if (refusal) return refusal
    const all = [idea, ...(await joinedInto(tx, idea.id))]
    for (const move of movesToJoin(idea, other.id, all)) {
      const step = { at, by: officer(by) }
      if (move.into === null) await addStep(tx, move.id, { ...step, kind: 'parted' })
      else {
        await addStep(tx, move.id, { ...step, kind: 'joined', into: move.into })
        await catchUp(tx, move.id, other)
      }
    }
    await recount(tx, [...all.map(({ id }) => id), other.id, ...(idea.into_id ? [idea.into_id] : [])])
    await record(tx, {
      ...{ what: 'idea-joined', by: by.id, about: idea.id, at },
      detail: { into: other.number },
    })
    return null
  })
}

/** The idea with this number, or what it is joined with. */
async function headFor(tx: Tx, number: number): Promise<Idea | undefined> {
  const idea = await ideaWithNumber(tx, number)
  return idea?.into_id ? ideaWithId(tx, idea.into_id) : idea
}

/** What has been answered about the one holds for the other from now on. */
async function catchUp(tx: Tx, id: string, head: Idea): Promise<void> {
  const idea = found(await ideaWithId(tx, id), 'idea')
  const answered = (await stepsOf(tx, [head.id])).findLast(({ kind }) => isAnswer(kind))
  if (!answered || idea.state === head.state || idea.state === 'done') return
  const { words, by_person, party_id, role, is_named, kind } = answered
  const at = found((await stepsOf(tx, [id])).at(-1), 'step').at
  // What was declined is looked at anew first, as everywhere.
  const by = by_person && party_id ? { id: by_person, party: party_id } : null
  const step = { at, words, by, role, isNamed: is_named === 1 }
  if (idea.state === 'declined' && kind !== 'considered')
    await addStep(tx, id, { ...step, kind: 'considered' })
  await addStep(tx, id, { ...step, kind })
}

/** Lets an idea stand on its own again, with whoever wrote it and whoever supports it. */
export function partIdea(db: Db, { by, number, now: at }: Doing): Promise<'not-joined' | null> {
  return decideAboutIdeas(db, async (tx) => {
    const idea = found(await ideaNumbered(tx, number), 'idea')
    if (!idea.into_id) return 'not-joined'
    await addStep(tx, idea.id, { kind: 'parted', at, by: officer(by) })
    await recount(tx, [idea.id, idea.into_id])
    const detail = { from: idea.head_number }
    await record(tx, { what: 'idea-parted', by: by.id, about: idea.id, at, detail })
    return null
  })
}
