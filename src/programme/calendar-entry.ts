import type { CalendarEntry } from '#platform/calendar.ts'
import { timeSpan } from '#platform/dates.ts'
import { inLanguage, type Language } from '#platform/language.ts'
import { wordsFor } from '#platform/words.ts'
import type { ProgrammeEvent } from './events.sql.ts'

/**
 * An event as calendars keep it. `url` is the whole address of its page. The id never changes, so that
 * changes and cancellations find the entry; where to meet on the net is left out, since this is public.
 */
export function calendarEntry(event: ProgrammeEvent, language: Language, url: string): CalendarEntry {
  const t = wordsFor(language)
  const title = inLanguage(event.title, language)
  const isCancelled = event.cancelled_at !== null
  return {
    uid: `${event.id}@malmoandan`,
    sequence: event.sequence,
    title: isCancelled ? t('programme.calendar.cancelled-title', { title }) : title,
    description: description(),
    place: placeIn(event) || t('programme.place.online'),
    url,
    startsAt: event.starts_at,
    endsAt: event.ends_at,
    changedAt: event.changed_at,
    isCancelled,
  }

  function description(): string {
    const access = inLanguage(event.access, language)
    const names = inLanguage(event.arranged_by, language)
    const parts = [
      isCancelled && inLanguage(event.cancel_reason, language),
      inLanguage(event.lead, language),
      names && t('arrangers.by', { names }),
      event.doors_at && t('programme.calendar.doors', { time: timeSpan(language, event.doors_at) }),
      access && t('programme.calendar.access', { access }),
      url,
    ]
    return parts.filter(Boolean).join('\n\n')
  }
}

/** Where people meet in a room, on one line; empty when they meet on the net alone. */
export const placeIn = ({ place_name, address }: Pick<ProgrammeEvent, 'place_name' | 'address'>): string =>
  [place_name, address].filter(Boolean).join(', ')
