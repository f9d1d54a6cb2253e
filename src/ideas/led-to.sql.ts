import type { Texts } from '#platform/language.ts'
import type { Instant } from '#platform/time.ts'
import { isListed } from '#programme/index.ts'
import type { LedToKind } from './led-to.rules.ts'
import type { Reads } from './tables.ts'

/** What a thing is called, and where it is found. */
interface Place {
  id: string
  title: Texts
  /** Where everybody finds it; null while only the office sees it. */
  path: string | null
  /** Where the office finds it. */
  office: string
  /** Everybody may read of it, yet nobody has set it going, or the parties have not said yes to it. */
  yet?: 'prepared' | 'dropped' | null
  /** The event it is, or has become, once everybody may know of it. */
  event: { slug: string; title: Texts; starts_at: Instant } | null
}

/** Something that was made of an idea. */
export interface MadeOf extends Place {
  idea_id: string
  kind: LedToKind
  at: Instant
  /** When those behind the idea could be told of the event. */
  event_at: Instant | null
}

type PlacesOf = (db: Reads, ids: readonly string[]) => Promise<Place[]>

const events: PlacesOf = async (db, ids) => {
  const rows = await db
    .selectFrom('event')
    .select(['event.id', 'slug', 'title', 'starts_at', 'published_at', 'cancelled_at'])
    .select(isListed().as('is_listed'))
    .where('event.id', 'in', ids)
    .execute()
  return rows.map(({ id, slug, title, starts_at, published_at, cancelled_at, is_listed }) => {
    const isSeen = published_at !== null && is_listed
    const event = isSeen && cancelled_at === null ? { slug, title, starts_at } : null
    return { id, title, path: isSeen ? `/events/${slug}` : null, office: `/office/events/${id}`, event }
  })
}

/** Needs, with the lunch that they, or what they were joined with, have become. */
const needs: PlacesOf = async (db, ids) => {
  const rows = await db
    .selectFrom('lunch_need as need')
    .leftJoin('lunch_need as head', 'head.id', 'need.into_id')
    .leftJoin('lunch', (join) =>
      join.on((eb) => eb('lunch.need_id', '=', eb.fn.coalesce('head.id', 'need.id'))),
    )
    .leftJoin('event', (join) =>
      join
        .onRef('event.id', '=', 'lunch.event_id')
        .on('event.published_at', 'is not', null)
        .on('event.cancelled_at', 'is', null),
    )
    .select(['need.id', 'need.number', 'need.words', 'need.opened_at', 'need.state'])
    .select(['event.slug', 'event.title', 'event.starts_at'])
    .where('need.id', 'in', ids)
    .execute()
  return rows.map(({ id, number, words, opened_at, state, slug, title, starts_at }) => ({
    ...{ id, title: words, office: `/office/series/lunch-and-learn/needs/${number}` },
    path: opened_at !== null && state !== 'turned-down' ? `/needs/${number}` : null,
    event: slug && title && starts_at ? { slug, title: title, starts_at } : null,
  }))
}

const proposals: PlacesOf = async (db, ids) => {
  const rows = await db
    .selectFrom('theme_proposal')
    .select(['id', 'title', 'language', 'call_id', 'state'])
    .where('id', 'in', ids)
    .execute()
  return rows.map(({ id, title, language, call_id, state }) => ({
    ...{ id, title: { [language]: title }, path: state === 'shown' ? `/themes/${call_id}` : null },
    ...{ office: `/office/theme-calls/${call_id}/${id}`, event: null },
  }))
}

const partnerships: PlacesOf = async (db, ids) => {
  const rows = await db
    .selectFrom('partnership')
    .select(['id', 'slug', 'name', 'state'])
    .where('id', 'in', ids)
    .execute()
  return rows.map(({ id, slug, name, state }) => ({
    ...{
      id,
      title: name,
      path: `/network/${slug}`,
      event: null,
      yet: state === 'planned' ? 'prepared' : null,
    },
    office: `/office/network/partnerships/${id}`,
  }))
}

const dialogues: PlacesOf = async (db, ids) => {
  const rows = await db
    .selectFrom('dialogue')
    .select(['id', 'slug', 'title', 'opened_at', 'event_id'])
    .where('id', 'in', ids)
    .execute()
  return rows.map(({ id, slug, title, opened_at, event_id }) => ({
    ...{ id, title, path: opened_at === null ? null : `/dialogue/${slug}` },
    ...{ office: `/office/events/${event_id}/dialogue/${id}`, event: null },
  }))
}

const standingOf = (state: string): 'prepared' | 'dropped' =>
  ['refused', 'withdrawn', 'lapsed'].includes(state) ? 'dropped' : 'prepared'

/** What is proposed is found with the change of the plan; what every party has said yes to, in the plan. */
const commitments: PlacesOf = async (db, ids) => {
  const rows = await db
    .selectFrom('revision_change as change')
    .innerJoin('revision', 'revision.id', 'change.revision_id')
    .leftJoin('commitment', 'commitment.id', 'change.commitment_id')
    .select(['change.commitment_id', 'change.after', 'revision.number as revision', 'commitment.number'])
    .select('revision.state')
    .where('change.kind', '=', 'add-commitment')
    .where('change.commitment_id', 'in', ids)
    .execute()
  return rows.map(({ commitment_id, after, revision, number, state }) => {
    const path = number === null ? `/plan/revisions/${revision}` : `/plan/commitments/${number}`
    const title = 'title' in after ? after.title : {}
    return {
      id: commitment_id ?? '',
      title,
      path,
      office: path,
      event: null,
      yet: number === null ? standingOf(state) : null,
    }
  })
}

const placesOf: Readonly<Record<LedToKind, PlacesOf>> = {
  event: events,
  'lunch-need': needs,
  'theme-proposal': proposals,
  partnership: partnerships,
  'forum-theme': dialogues,
  commitment: commitments,
}

/** What was made of these ideas, first things first. Each kind of thing lies in a table of its own. */
export async function madeOf(db: Reads, ideaIds: readonly string[]): Promise<MadeOf[]> {
  if (ideaIds.length === 0) return []
  const rows = await db
    .selectFrom('idea_led_to')
    .select(['idea_id', 'kind', 'target_id', 'at', 'event_at'])
    .where('idea_id', 'in', ideaIds)
    .orderBy('at')
    .orderBy('target_id')
    .execute()
  const made: MadeOf[] = []
  for (const kind of new Set(rows.map((row) => row.kind))) {
    const ofKind = rows.filter((row) => row.kind === kind)
    const ids = ofKind.map(({ target_id }) => target_id)
    const places = new Map((await placesOf[kind](db, ids)).map((place) => [place.id, place]))
    for (const { idea_id, target_id, at, event_at } of ofKind) {
      const place = places.get(target_id)
      if (place) made.push({ ...place, idea_id, kind, at, event_at })
    }
  }
  return made.toSorted((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0))
}

/** The ideas that something was made of, those alone that everybody may read. */
export const ideasBehind = (db: Reads, targetId: string) =>
  db
    .selectFrom('idea_led_to')
    .innerJoin('idea', 'idea.id', 'idea_led_to.idea_id')
    .select(['idea.number', 'idea.what'])
    .where('target_id', '=', targetId)
    .where('idea.standing', '=', 'shown')
    .orderBy('idea.number')
    .execute()
