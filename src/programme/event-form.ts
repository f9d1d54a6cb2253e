import * as z from 'zod'
import {
  date,
  emailAddress,
  optionalDate,
  optionalLine,
  optionalTexts,
  several,
  texts,
  time,
} from '#platform/form.ts'
import type { Texts } from '#platform/language.ts'
import { daysBetween, type Instant, instantAt, localTime, datePlus } from '#platform/time.ts'
import { capacityMax, eventDaysMax } from './change-event.rules.ts'
import { spokenLanguages } from './spoken.rules.ts'

const wrong = (key: string) => `programme.edit.mistake.${key}`

/** Names and titles hold no line ends. */
export const oneLineEach = (all: Texts): Texts =>
  Object.fromEntries(Object.entries(all).map(([language, text]) => [language, text.replaceAll(/\s+/g, ' ')]))

/** A time 'HH:mm', or nothing. */
export const optionalTime = z
  .union([z.literal('').transform(() => null), time])
  .nullish()
  .transform((text) => text ?? null)

const webAddress = z
  .string()
  .optional()
  .transform((text) => text?.trim() || null)
  .pipe(
    z
      .url({ protocol: /^https?$/, error: wrong('online-url') })
      .max(500, 'platform.form.too-long')
      .nullable(),
  )

/** 'Amina Yusuf <amina@example.org>' or the address alone, one per line. */
const organisers = z
  .string()
  .optional()
  .transform((text) => (text ?? '').split(/[\n;]+/).flatMap((line) => (line.trim() ? [line.trim()] : [])))
  .transform((lines, context) => {
    const read = lines.map((line) => {
      const [, name = '', email = line] = /^([^<]*)<([^>]*)>$/.exec(line) ?? []
      return { name: name.trim().slice(0, 200), email: emailAddress.safeParse(email) }
    })
    if (read.length > 20 || read.some(({ email }) => !email.success)) {
      context.addIssue({ code: 'custom', message: wrong('organisers') })
      return z.NEVER
    }
    return read.map(({ name, email }) => ({ name, email: email.data as string }))
  })

const fields = z.object({
  /** Made when the form of a new event is shown, so that a form that is sent twice makes one. */
  id: z.uuid().optional(),
  series: z.string(wrong('series')).min(1, wrong('series')).max(60),
  title: texts(120, wrong('title')).transform(oneLineEach),
  lead: texts(400, wrong('lead')),
  body: optionalTexts(20_000),
  audience: optionalTexts(400),
  place_name: optionalLine(120),
  address: optionalLine(200),
  access: optionalTexts(1000),
  online_url: webAddress,
  spoken: several(spokenLanguages).refine((all) => all.length > 0, wrong('spoken')),
  date,
  doors: optionalTime,
  starts: time,
  ends: time,
  end_date: optionalDate,
  last_day: optionalDate,
  capacity: z.coerce
    .number(wrong('capacity'))
    .int(wrong('capacity'))
    .min(1, wrong('capacity'))
    .max(capacityMax, wrong('capacity')),
  organisers,
  /** Why it gets another time, place or title, for those who are told of it. */
  reason: optionalTexts(1000),
  /** When the event had been changed last, as the editor saw it; empty for a new one. */
  seen: z.string().optional(),
})

type Fields = z.output<typeof fields>

/** An event as its form says it, with its local times as moments. */
export const EventForm = fields.transform((form, context) => {
  const mistakes = mistakesIn(form)
  for (const [field, key] of mistakes)
    context.addIssue({ code: 'custom', path: [field], message: wrong(key) })
  if (mistakes.length > 0) return z.NEVER
  const { date, doors, starts, ends, end_date, last_day, ...rest } = form
  const starts_at = instantAt(date, starts)
  return {
    ...rest,
    doors_at: doors && instantAt(date, doors),
    starts_at,
    ends_at: instantAt(end_date ?? date, ends),
    sign_up_closes_at: closingTime(last_day, starts_at),
  }
})
export type EventForm = z.output<typeof EventForm>

/** Sign-up is open through the whole of the last day, but never after the event has begun. */
function closingTime(lastDay: string | null, startsAt: Instant): Instant {
  if (!lastDay) return startsAt
  const midnight = instantAt(datePlus(lastDay, 1), '00:00')
  return midnight < startsAt ? midnight : startsAt
}

function mistakesIn(form: Fields): [field: string, key: string][] {
  const { date, doors, starts, ends, end_date, last_day, place_name, online_url } = form
  const lastDate = end_date ?? date
  const mistakes: [string, string][] = []
  if (!exists(date, starts)) mistakes.push(['starts', 'time-does-not-exist'])
  if (!exists(lastDate, ends)) mistakes.push(['ends', 'time-does-not-exist'])
  if (doors && !exists(date, doors)) mistakes.push(['doors', 'time-does-not-exist'])
  if (instantAt(lastDate, ends) <= instantAt(date, starts)) mistakes.push(['ends', 'ends-before-it-starts'])
  if (daysBetween(date, lastDate) > eventDaysMax) mistakes.push(['end_date', 'too-long'])
  if (doors && doors > starts) mistakes.push(['doors', 'doors-after-start'])
  if (last_day && last_day > date) mistakes.push(['last_day', 'last-day-after'])
  if (!place_name && !online_url) mistakes.push(['place_name', 'nowhere'])
  return mistakes
}

/** Clocks skip an hour on a night in March: no time in it can be promised to anybody. */
const exists = (date: string, time: string): boolean => localTime(instantAt(date, time)) === time
