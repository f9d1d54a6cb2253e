import type { Language } from './language.ts'
import { type Instant, localDate, localTime, timeZone } from './time.ts'

// Dates alone: times are on a 24-hour clock, which everyone in the city reads, in English too.
const locales: Record<Language, string> = { sv: 'sv-SE', en: 'en-US', es: 'es-ES' }

const formats = new Map<string, Intl.DateTimeFormat>()

function format(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language}${JSON.stringify(options)}`
  let made = formats.get(key)
  if (!made) {
    made = new Intl.DateTimeFormat(locales[language], { timeZone, ...options })
    formats.set(key, made)
  }
  return made
}

/** "torsdag 3 december 2026". */
export const longDate = (language: Language, instant: Instant): string =>
  format(language, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }).format(
    new Date(instant),
  )

/** "3 dec. 2026". */
export const shortDate = (language: Language, instant: Instant): string =>
  format(language, { day: 'numeric', month: 'short', year: 'numeric' }).format(new Date(instant))

/** "december 2026", for headings in a calendar. */
export const monthAndYear = (language: Language, instant: Instant): string =>
  format(language, { month: 'long', year: 'numeric' }).format(new Date(instant))

/** "december", for a calendar date 'YYYY-MM-DD' where the year is known. */
export const monthName = (language: Language, date: string): string =>
  format(language, { month: 'long' }).format(new Date(`${date}T12:00:00.000Z`))

/** "3 dec. 2026" for a calendar date 'YYYY-MM-DD'. */
export const dateInWords = (language: Language, date: string): string =>
  shortDate(language, `${date}T12:00:00.000Z`)

/** "kl. 12.00–13.00", "12:00–13:00", "12:00–13:00 h"; the unit stays on the line of its time. */
export function timeSpan(language: Language, from: Instant, to?: Instant | null): string {
  const times = to ? `${localTime(from)}–${localTime(to)}` : localTime(from)
  if (language === 'sv') return `kl.\u00a0${times.replaceAll(':', '.')}`
  return language === 'es' ? `${times}\u00a0h` : times
}

/** "torsdag 3 december 2026, kl. 12.00–13.00"; over midnight both dates are shown. */
export function dateAndTime(language: Language, from: Instant, to?: Instant | null): string {
  if (to && localDate(from) !== localDate(to)) {
    return `${dateAndTime(language, from)} – ${dateAndTime(language, to)}`
  }
  return `${longDate(language, from)}, ${timeSpan(language, from, to)}`
}

/** "3 dec." for a calendar date 'YYYY-MM-DD', where the year is known. */
export const dayAndMonth = (language: Language, date: string): string =>
  format(language, { day: 'numeric', month: 'short' }).format(new Date(`${date}T12:00:00.000Z`))
