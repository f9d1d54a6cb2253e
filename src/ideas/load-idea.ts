import { found } from '#platform/errors.ts'
import type { Instant } from '#platform/time.ts'
import { tellingWords } from '#platform/telling-words.rules.ts'
import { grouped } from './doubles.rules.ts'
import { isPublic } from './idea.rules.ts'
import { type Idea, ideaNumbered, ideaWithId, joinedInto } from './ideas.sql.ts'
import { madeOf } from './led-to.sql.ts'
import { ideasToJoin, ideasToModerate, themesInUse } from './lists.sql.ts'
import { decisionsAbout, openReports } from './moderation.sql.ts'
import { coordinatorsNow, placesToMake } from './places-to-make.sql.ts'
import { stepsOf } from './steps.sql.ts'
import type { Reads } from './tables.ts'

/** The idea with this number, if everybody may know of it. */
export async function publicIdea(db: Reads, number: string): Promise<Idea> {
  const idea = found(await ideaNumbered(db, number), 'idea')
  return found(isPublic(idea) ? idea : null, 'public idea')
}

/** An idea with what its page shows; what it is joined with is told beside. */
export async function loadIdea(db: Reads, idea: Idea) {
  const head = idea.into_id ? ((await ideaWithId(db, idea.into_id)) ?? null) : null
  const joined = await joinedInto(db, idea.id)
  const steps = await stepsOf(db, [idea.id])
  const made = await madeOf(db, head ? [idea.id, head.id] : [idea.id])
  return { idea, head, joined, steps, made }
}

const worded = (idea: Idea) => ({ ...idea, words: tellingWords(`${idea.what} ${idea.why}`) })

/** What waits for somebody to look at it, with what says the same together. */
export const loadQueue = async (db: Reads): Promise<Idea[][]> =>
  grouped((await ideasToModerate(db)).map(worded))

// As many as somebody looks through.
const othersMax = 30

/** The same for the office, with everything that it can do. */
export async function loadForOffice(db: Reads, idea: Idea, now: Instant) {
  const queue = idea.standing === 'waiting' ? await loadQueue(db) : []
  const group = queue.find((all) => all.some(({ id }) => id === idea.id)) ?? []
  return {
    ...(await loadIdea(db, idea)),
    decisions: await decisionsAbout(db, idea.id),
    reports: await openReports(db, idea.id),
    doubles: group.filter(({ id }) => id !== idea.id),
    others: idea.standing === 'shown' ? await mostAlike(db, idea) : [],
    themes: await themesInUse(db),
    officers: await coordinatorsNow(db, now),
    places: await placesToMake(db, now),
  }
}

/** What it could be joined with: what shares most words with it first, then the latest. */
async function mostAlike(db: Reads, idea: Idea): Promise<Idea[]> {
  const own = new Set(worded(idea).words)
  const others = (await ideasToJoin(db)).filter(({ id }) => id !== idea.id)
  return others
    .map((other) => ({ other, shared: worded(other).words.filter((word) => own.has(word)).length }))
    .toSorted((one, two) => two.shared - one.shared)
    .slice(0, othersMax)
    .map(({ other }) => other)
}
