import * as z from 'zod'
import { found } from '#platform/errors.ts'
import { optionalLine, optionalTexts } from '#platform/form.ts'
import type { Member } from '#platform/http.ts'
import type { Texts } from '#platform/language.ts'
import { withoutPersonalNumbers } from '#platform/personal-numbers.rules.ts'
import { record } from '#platform/record.ts'
import type { Instant } from '#platform/time.ts'
import { decideAboutIdeas } from './decide-ideas.ts'
import { wordsToFind } from './hand-in-idea.ts'
import { changeIdea, type Idea, ideaNumbered, joinedInto } from './ideas.sql.ts'
import { themesInUse } from './lists.sql.ts'
import {
  type DecideRefusal,
  type RefusalReason,
  refusalReasons,
  refusalToDecide,
} from './moderation.rules.ts'
import { addDecision, type Decision, settleReports } from './moderation.sql.ts'
import { addStep } from './steps.sql.ts'
import type { Db, Tx } from './tables.ts'
import { recount } from './voices.sql.ts'

const wordsMax = 1000

/** The numbers of others that say the same, and are decided about with one press. */
const also = z.preprocess(
  (given) => (given === undefined ? [] : Array.isArray(given) ? given : [given]),
  z.array(z.string().regex(/^[1-9]\d{0,8}$/)).max(500),
)

export const LettingThrough = z.object({ do: z.literal('show'), theme: optionalLine(60), also })
export const Refusing = z
  .object({
    do: z.enum(['refuse', 'take-down']),
    reason: z.enum(refusalReasons, 'moderation.mistake.reason'),
    because: optionalTexts(wordsMax),
    also,
  })
  .refine(({ because }) => Object.keys(because).length > 0, {
    error: 'moderation.mistake.words',
    path: ['because', 'sv'],
  })
export const Keeping = z.object({ do: z.literal('keep'), words: optionalTexts(wordsMax) })

/** A coordinator, for the party that they look after. */
export const officer = (by: Member): { id: string; party: string } => ({
  id: by.id,
  party: found(by.party, 'party').id,
})

interface Deciding {
  by: Member
  number: string
  now: Instant
}

async function eachOf(
  tx: Tx,
  { number, also: others = [] }: { number: string; also?: readonly string[] },
  work: (idea: Idea) => Promise<DecideRefusal | null>,
): Promise<DecideRefusal | null> {
  const first = await work(found(await ideaNumbered(tx, number), 'idea'))
  if (first) return first
  for (const other of new Set(others)) {
    const idea = other === number ? undefined : await ideaNumbered(tx, other)
    // Somebody may have decided about one of them meanwhile: the rest is decided all the same.
    if (idea) await work(idea)
  }
  return null
}

/** Lets ideas through, so that everybody sees them. A person's number never becomes public, whoever wrote it. */
export function showIdea(db: Db, { by, number, now }: Deciding, form: z.output<typeof LettingThrough>) {
  return decideAboutIdeas(db, (tx) =>
    eachOf(tx, { number, also: form.also }, async (idea) => {
      const refusal = refusalToDecide(idea, 'shown')
      if (refusal) return refusal
      const theme = (await themesInUse(tx)).find(({ id }) => id === form.theme)
      await changeIdea(tx, idea.id, { theme_id: theme?.id ?? null, ...withoutNumbers(idea) })
      const decision = { kind: 'shown', reason: 'within-rules', words: null } as const
      await addDecision(tx, idea.id, { ...decision, by: officer(by), at: now })
      await record(tx, { what: 'idea-shown', by: by.id, about: idea.id, at: now })
      return null
    }),
  )
}

function withoutNumbers(idea: Idea) {
  const masked = (text: string): string => withoutPersonalNumbers(text).text
  const words = {
    what: masked(idea.what),
    why: masked(idea.why),
    place: idea.place === null ? null : masked(idea.place),
  }
  return { ...words, ...wordsToFind(words) }
}

/** Does not let ideas through, or takes them down, and says why to whoever wrote them. */
export function refuseIdea(db: Db, { by, number, now }: Deciding, form: z.output<typeof Refusing>) {
  const kind = form.do === 'refuse' ? 'refused' : 'taken-down'
  const no = { kind, reason: form.reason, words: form.because, by, now } as const
  return decideAboutIdeas(db, (tx) =>
    eachOf(tx, { number, also: form.also }, (idea) => refuseOne(tx, idea, no)),
  )
}

interface No {
  kind: 'refused' | 'taken-down'
  reason: RefusalReason
  words: Texts
  by: Member
  now: Instant
}

export async function refuseOne(
  tx: Tx,
  idea: Idea,
  { kind, reason, words, by, now }: No,
): Promise<DecideRefusal | null> {
  const refusal = refusalToDecide(idea, kind)
  if (refusal) return refusal
  await partAll(tx, idea, { at: now, by: officer(by) })
  const id = await addDecision(tx, idea.id, { kind, reason, words, by: officer(by), at: now })
  await settleReports(tx, idea.id, id)
  await record(tx, { what: `idea-${kind}`, by: by.id, about: idea.id, at: now, detail: { reason } })
  return null
}

/** What was joined with an idea that goes stands on its own again: it did nothing wrong. */
async function partAll(tx: Tx, idea: Idea, step: { at: Instant; by: Decision['by'] }): Promise<void> {
  const joined = await joinedInto(tx, idea.id)
  for (const { id } of joined) await addStep(tx, id, { ...step, kind: 'parted' })
  if (idea.into_id) await addStep(tx, idea.id, { ...step, kind: 'parted' })
  await recount(tx, [...joined.map(({ id }) => id), ...(idea.into_id ? [idea.into_id] : [])])
}

/** Looked at what was reported, and it stays. */
export function keepIdea(db: Db, { by, number, now }: Deciding, { words }: { words: Texts }) {
  return decideAboutIdeas(db, (tx) =>
    eachOf(tx, { number }, async (idea) => {
      const refusal = refusalToDecide(idea, 'kept')
      if (refusal) return refusal
      const decision = { kind: 'kept', reason: 'within-rules', words } as const
      const id = await addDecision(tx, idea.id, { ...decision, by: officer(by), at: now })
      await settleReports(tx, idea.id, id)
      await record(tx, { what: 'idea-kept', by: by.id, about: idea.id, at: now })
      return null
    }),
  )
}
