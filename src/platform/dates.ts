import type { Language } from './language.ts'
import { type Instant, localDate, localTime, timeZone } from './time.ts'

// Dates alone: times are on a 24-hour clock, which everyone in the city reads, in English too.
const locales: Record<Language, string> = { sv: 'sv-SE', en: 'en-US', es: 'es-ES' }

/** A way to write dates, made once for each language when somebody first asks for it. */
function formatter(options: Intl.DateTimeFormatOptions): (language: Language, instant: Instant) => string {
  const made = new Map<Language, Intl.DateTimeFormat>()
  return (language, instant) => {
    const known = made.get(language) ?? new Intl.DateTimeFormat(locales[language], { timeZone, ...options })
    made.set(language, known)
    return known.format(new Date(instant))
  }
}

const noonOf = (date: string): Instant => `${date}T12:00:00.000Z`

/** "torsdag 3 december 2026". */
export const longDate = formatter({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })

/** "3 dec. 2026". */
export const shortDate = formatter({ day: 'numeric', month: 'short', year: 'numeric' })

/** "december 2026", for headings in a calendar. */
export const monthAndYear = formatter({ month: 'long', year: 'numeric' })

const monthAlone = formatter({ month: 'long' })
const dayAndMonthAlone = formatter({ day: 'numeric', month: 'short' })

/** "december", for a calendar date 'YYYY-MM-DD' where the year is known. */
export const monthName = (language: Language, date: string): string => monthAlone(language, noonOf(date))

/** "3 dec. 2026" for a calendar date 'YYYY-MM-DD'. */
export const dateInWords = (language: Language, date: string): string => shortDate(language, noonOf(date))

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
  dayAndMonthAlone(language, noonOf(date))
