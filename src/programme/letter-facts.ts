import { dateAndTime, timeSpan } from '#platform/dates.ts'
import { inLanguage } from '#platform/language.ts'
import type { Fact } from '#platform/mail/index.ts'
import type { Words } from '#platform/words.ts'
import { placeIn } from './calendar-entry.ts'
import type { ProgrammeEvent } from './events.sql.ts'

// By the event as it was read, for as long as somebody holds it: a rush asks for the same again and again.
const known = new WeakMap<ProgrammeEvent, Map<string, readonly Fact[]>>()

/** What somebody has to know who is going there; the room on the net is for those who have a seat in it. */
export function letterFacts(t: Words, event: ProgrammeEvent, hasSeat: boolean): readonly Fact[] {
  const ofEvent = known.get(event) ?? new Map<string, readonly Fact[]>()
  known.set(event, ofEvent)
  const key = `${t.language} ${hasSeat}`
  const facts = ofEvent.get(key) ?? factsOf(t, event, hasSeat)
  ofEvent.set(key, facts)
  return facts
}

function factsOf(t: Words, event: ProgrammeEvent, hasSeat: boolean): Fact[] {
  const { language } = t
  const rows: [string, string | null][] = [
    [t('sign-up.mail.when'), dateAndTime(language, event.starts_at, event.ends_at)],
    [t('sign-up.mail.doors'), event.doors_at && timeSpan(language, event.doors_at)],
    [t('sign-up.mail.where'), placeIn(event)],
    [t('sign-up.mail.access'), inLanguage(event.access, language)],
  ]
  const facts: Fact[] = rows.filter((row): row is [string, string] => Boolean(row[1]))
  if (hasSeat && event.online_url) facts.push([t('sign-up.mail.online'), event.online_url, 'link'])
  return facts
}
