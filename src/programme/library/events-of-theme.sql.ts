import { type Instant, plus } from '#platform/time.ts'
import { eventDaysMax } from '../change-event.rules.ts'
import { type EventLine, eventLines } from '../events.sql.ts'
import { isListed } from '../invitations/for-whom.sql.ts'
import type { Reads } from '../tables.ts'

/** The next and the latest events about a theme that everybody may know of. */
export async function eventsOfTheme(
  db: Reads,
  themeId: string,
  now: Instant,
  max: number,
): Promise<{ coming: EventLine[]; past: EventLine[] }> {
  const about = eventLines(db)
    .innerJoin('event_theme', 'event_theme.event_id', 'event.id')
    .where('event_theme.theme_id', '=', themeId)
    .where('event.published_at', 'is not', null)
    .where(isListed())
    .limit(max)
  // Whatever is not over began after this; the bound lets both engines begin reading there.
  const earliest = plus(now, { days: -eventDaysMax - 1 })
  const coming = about
    .where('event_theme.starts_at', '>', earliest)
    .where('event.ends_at', '>', now)
    .where('event.cancelled_at', 'is', null)
  const past = about.where('event_theme.starts_at', '<=', now).where('event.ends_at', '<=', now)
  return {
    coming: await coming.orderBy('event_theme.starts_at').orderBy('event.id').execute(),
    past: await past.orderBy('event_theme.starts_at', 'desc').orderBy('event.id', 'desc').execute(),
  }
}
