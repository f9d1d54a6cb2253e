import type { Instant } from '#platform/time.ts'
import type { Reads } from '../tables.ts'

/** A dialogue of an event, with what decides whether its map may be shown. */
export const dialogueAt = (db: Reads, eventId: string, dialogueId: string) =>
  db
    .selectFrom('dialogue')
    .innerJoin('event', 'event.id', 'dialogue.event_id')
    .leftJoin('map_opening', 'map_opening.dialogue_id', 'dialogue.id')
    .select(['dialogue.id', 'dialogue.slug', 'dialogue.title', 'dialogue.opened_at', 'dialogue.closes_at'])
    .select(['dialogue.closed_at', 'dialogue.shown_at', 'map_opening.at_closing'])
    .select([
      'event.id as event_id',
      'event.title as event_title',
      'event.slug as event_slug',
      'event.cancelled_at',
    ])
    .where('dialogue.event_id', '=', eventId)
    .where('dialogue.id', '=', dialogueId)
    .executeTakeFirst()

/** How many have voted: all that anybody is told before the map is shown. */
export function tookPart(db: Reads, dialogueId: string): Promise<{ people: number; votes: number }> {
  return db
    .selectFrom('vote')
    .innerJoin('voter', 'voter.id', 'vote.voter_id')
    .select((eb) => [
      eb.fn.count<number>('vote.voter_id').distinct().as('people'),
      eb.fn.countAll<number>().as('votes'),
    ])
    .where('voter.dialogue_id', '=', dialogueId)
    .executeTakeFirstOrThrow()
}

/** The map that everybody may see, by its address: one row. */
export const shownMapAt = (db: Reads, slug: string) =>
  db
    .selectFrom('dialogue')
    .innerJoin('event', 'event.id', 'dialogue.event_id')
    .leftJoin('dialogue_map', 'dialogue_map.dialogue_id', 'dialogue.id')
    .select(['dialogue.id', 'dialogue.slug', 'dialogue.title', 'dialogue.closes_at', 'dialogue.closed_at'])
    .select(['dialogue_map.shown', 'dialogue_map.shown_of'])
    .select(['event.title as event_title', 'event.slug as event_slug'])
    .where('dialogue.slug', '=', slug)
    .where('dialogue.shown_at', 'is not', null)
    .where('event.published_at', 'is not', null)
    .executeTakeFirst()

/** Dialogues that have closed, and whose map was to be shown then. */
export const mapsToShow = (db: Reads, now: Instant) =>
  db
    .selectFrom('map_opening')
    .innerJoin('dialogue', 'dialogue.id', 'map_opening.dialogue_id')
    .select(['dialogue.id', 'dialogue.event_id'])
    .where('map_opening.at_closing', '=', 1)
    .where('dialogue.shown_at', 'is', null)
    .where((eb) => eb.or([eb('dialogue.closes_at', '<=', now), eb('dialogue.closed_at', '<=', now)]))
    .execute()
