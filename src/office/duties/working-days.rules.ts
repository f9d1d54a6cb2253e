import { datePlus, weekdayOf } from '#platform/time.ts'

/** Easter Sunday of a year: the Sunday after the first full moon of spring, by the anonymous Gregorian rule of 1876. */
export function easterOf(year: number): string {
  const golden = year % 19
  const [century, ofCentury] = [Math.floor(year / 100), year % 100]
  const correction = century - Math.floor(century / 4) - Math.floor((8 * century + 13) / 25)
  const moon = (19 * golden + correction + 15) % 30
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(ofCentury / 4) - moon - (ofCentury % 4)) % 7
  const late = Math.floor((golden + 11 * moon + 22 * weekday) / 451)
  return datePlus(`${year}-03-22`, moon + weekday - 7 * late)
}

/** Public holidays of Sweden that do not move, 'MM-DD' (Lag 1989:253 om allmänna helgdagar). */
const fixed = ['01-01', '01-06', '05-01', '06-06', '12-25', '12-26']
/** Nobody works on these eves, though the law does not name them. */
const eves = ['12-24', '12-31']
/** Days from Easter Sunday: Good Friday, Easter Monday, Ascension Day. All other moving holidays are at weekends. */
const fromEaster = [-2, 1, 39]

/** Midsummer Eve is always the Friday between June 19 and 25, and taken off like a holiday. */
const isMidsummerEve = (date: string): boolean =>
  date.slice(5) >= '06-19' && date.slice(5) <= '06-25' && weekdayOf(date) === 5

/** A day on which offices in Sweden are open. */
export function isWorkingDay(date: string): boolean {
  if (weekdayOf(date) > 5 || isMidsummerEve(date)) return false
  if (fixed.includes(date.slice(5)) || eves.includes(date.slice(5))) return false
  const easter = easterOf(Number(date.slice(0, 4)))
  return !fromEaster.some((days) => datePlus(easter, days) === date)
}

/** The first working day of the month in which a date lies. */
export function firstWorkingDay(date: string): string {
  let day = `${date.slice(0, 7)}-01`
  while (!isWorkingDay(day)) day = datePlus(day, 1)
  return day
}

/** So many days after it the letter still goes out, should the platform have stood still. */
const lateDaysMax = 7

/** Whether the month's letter is to be sent on this day. */
export function isLetterDay(date: string): boolean {
  const first = firstWorkingDay(date)
  return date >= first && date <= datePlus(first, lateDaysMax)
}
