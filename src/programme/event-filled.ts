import type { Filled } from '#platform/form.ts'
import { languages, type Texts } from '#platform/language.ts'
import { localDate, localTime, plus } from '#platform/time.ts'
import type { ProgrammeEvent } from './events.sql.ts'

/** Someone who looks after an event. */
export interface Organiser {
  name: string
  email: string
}

/** A stored event as its form would have been filled in. */
export function filledFrom(event: ProgrammeEvent, organisers: readonly Organiser[]): Filled {
  const { doors_at, starts_at, ends_at, sign_up_closes_at } = event
  const [date, endDate] = [localDate(starts_at), localDate(ends_at)]
  return {
    series: event.series_key,
    ...perLanguage('title', event.title),
    ...perLanguage('lead', event.lead),
    ...perLanguage('body', event.body),
    ...perLanguage('audience', event.audience),
    ...perLanguage('access', event.access),
    place_name: event.place_name ?? '',
    address: event.address ?? '',
    online_url: event.online_url ?? '',
    spoken: event.spoken.split(','),
    date,
    doors: doors_at ? localTime(doors_at) : '',
    starts: localTime(starts_at),
    ends: localTime(ends_at),
    end_date: endDate === date ? '' : endDate,
    last_day: sign_up_closes_at === starts_at ? '' : lastDay(sign_up_closes_at),
    capacity: String(event.capacity - event.over_invited),
    organisers: organisers.map(({ name, email }) => `${name} <${email}>`).join('\n'),
    seen: event.changed_at,
  }
}

/** The last day on which somebody can sign up: midnight belongs to the day that ends with it. */
export const lastDay = (closesAt: string): string => localDate(plus(closesAt, { seconds: -1 }))

/** Texts as the fields of a form: `title.sv` and so on. */
export const perLanguage = (name: string, texts: Texts): Filled =>
  Object.fromEntries(languages.map((language) => [`${name}.${language}`, texts[language] ?? '']))
