import { commitmentsWithIds, goalsWithIds } from '#plan/index.ts'
import {
  focusAreas,
  publicEvents,
  publicIdeas,
  publicNeeds,
  publicRecommendations,
  publicThemes,
  surveys,
} from './facts.sql.ts'
import type { Reads } from './tables.ts'
import { eventBeads, goalBeads, needBeads, recommendationBeads } from './beads.rules.ts'
import { introductionsMade, partnershipsOnThread, publicNetworkNeeds } from './network-facts.sql.ts'
import { type Key, keyOf, type PointKind, type Strand } from './thread.rules.ts'

export interface Around {
  start: Key
  /** Whether nothing follows from it. */
  isLeaf: (key: Key) => boolean
}

type Reader = (db: Reads, ids: readonly string[], around: Around) => Promise<Strand[]>

/** How the points of each kind are read: only those that everybody may know of, each with its beads. */
const readers: Record<PointKind, Reader> = {
  idea: async (db, ids) =>
    (await publicIdeas(db, ids)).map((idea) => ({
      ...{ key: keyOf('idea', idea.id), at: idea.handed_in_at, beads: [{ kind: 'idea', idea }] },
    })),
  need: async (db, ids, { isLeaf }) =>
    (await publicNeeds(db, ids)).map((need) => {
      const key = keyOf('need', need.id)
      return { key, at: need.handed_in_at, beads: needBeads(need, isLeaf(key)) }
    }),
  'network-need': async (db, ids) =>
    (await publicNetworkNeeds(db, ids)).map((needed) => ({
      key: keyOf('network-need', needed.id),
      ...{ at: needed.written_at, beads: [{ kind: 'network-need', needed }] },
    })),
  introduction: async (db, ids) =>
    (await introductionsMade(db, ids)).map((introduction) => ({
      key: keyOf('introduction', introduction.id),
      ...{ at: introduction.introduced_at, beads: [{ kind: 'introduction', introduction }] },
    })),
  partnership: async (db, ids) =>
    (await partnershipsOnThread(db, ids)).map((partnership) => ({
      key: keyOf('partnership', partnership.id),
      ...{ at: partnership.began_on ?? '', beads: [{ kind: 'partnership', partnership }] },
    })),
  theme: async (db, ids) =>
    (await publicThemes(db, ids)).map((theme) => ({
      ...{ key: keyOf('theme', theme.id), at: theme.opens_at, beads: [{ kind: 'theme', theme }] },
    })),
  survey: async (db, ids) =>
    (await surveys(db, ids)).map((survey) => ({
      ...{ key: keyOf('survey', survey.id), at: survey.on_date ?? '', beads: [{ kind: 'survey', survey }] },
    })),
  event: async (db, ids, { start, isLeaf }) =>
    (await publicEvents(db, ids)).map((event) => {
      const key = keyOf('event', event.id)
      const beads = eventBeads(event, { isStart: key === start, isLeaf: isLeaf(key) })
      return { key, at: event.starts_at, beads }
    }),
  recommendation: async (db, ids, { isLeaf }) =>
    (await publicRecommendations(db, ids)).map((one) => {
      const key = keyOf('recommendation', one.id)
      return { key, at: inOrder(one.number), beads: recommendationBeads(one, isLeaf(key)) }
    }),
  'focus-area': async (db, ids) =>
    (await focusAreas(db, ids)).map((area) => ({
      ...{ key: keyOf('focus-area', area.id), at: String(area.year), beads: [{ kind: 'focus-area', area }] },
    })),
  commitment: async (db, ids) =>
    (await commitmentsWithIds(db, ids)).map((commitment) => ({
      key: keyOf('commitment', commitment.id),
      at: inOrder(commitment.number),
      beads: [{ kind: 'commitment', commitment }],
    })),
  goal: async (db, ids, { isLeaf }) =>
    (await goalsWithIds(db, ids))
      .filter((goal) => goal.adopted_at !== null)
      .map((goal) => {
        const key = keyOf('goal', goal.id)
        return { key, at: inOrder(goal.number), beads: goalBeads(goal, !isLeaf(key)) }
      }),
  sdg: (_db, ids) =>
    Promise.resolve(
      ids.map((number) => ({
        ...{ key: keyOf('sdg', number), at: inOrder(Number(number)) },
        beads: [{ kind: 'sdg', sdg: Number(number) }],
      })),
    ),
}

const inOrder = (number: number): string => String(number).padStart(9, '0')

/** Those of the points that everybody may know of. */
export async function readStrands(
  db: Reads,
  points: ReadonlySet<Key>,
  around: Around,
): Promise<Map<Key, Strand>> {
  const ids = Map.groupBy(points, (key) => key.slice(0, key.indexOf(' ')) as PointKind)
  const strands: Strand[] = []
  for (const [kind, keys] of ids) {
    const found = await readers[kind](
      db,
      keys.map((key) => key.slice(kind.length + 1)),
      around,
    )
    strands.push(...found)
  }
  return new Map(strands.map((one) => [one.key, one]))
}
