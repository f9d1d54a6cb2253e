import * as z from 'zod'
import { found } from '#platform/errors.ts'
import { date, line, optionalLine, time } from '#platform/form.ts'
import type { Member } from '#platform/http.ts'
import { inLanguage, languages, type Texts } from '#platform/language.ts'
import { record } from '#platform/record.ts'
import { wordsFor } from '#platform/words.ts'
import { setArrangers } from '../arrangers/arrangers.sql.ts'
import { createEvent } from '../create-event.ts'
import { EventForm } from '../event-form.ts'
import type { Letters } from '../sign-up/letters.ts'
import { organisationOf } from '../sign-up/organisations.ts'
import type { Db, Tx } from '../tables.ts'
import { decideAboutNeeds, seriesOfNeeds } from './decide-needs.ts'
import { addLunch, lunchOfEvent, lunchOfNeed } from './lunches.sql.ts'
import { type LunchRefusal, refusalToMakeLunch } from './need.rules.ts'
import { type Need, needWithId, stepsOf } from './needs.sql.ts'
import { type Offer, offerWithId } from './offers.sql.ts'

const wrong = (key: string) => `programme.edit.mistake.${key}`

const fields = z.object({
  do: z.literal('make-lunch'),
  /** Made when the form is shown, so that a form that is sent twice makes one lunch. */
  id: z.uuid(),
  date,
  starts: time,
  ends: time,
  place_name: line(120, wrong('nowhere')),
  /** The organisation that the lunch is arranged together with. */
  partner: optionalLine(200),
})
export const LunchForm = fields.refine(({ starts, ends }) => starts < ends, {
  error: wrong('ends-before-it-starts'),
  path: ['ends'],
})
export type LunchForm = z.output<typeof LunchForm>

// As many as eat and talk in one room; the office changes it with the rest of the draft.
const seats = 40

/** Makes a lunch of a need that is matched: a draft of an event, whose page will say what it answers. */
export function makeLunch(db: Db, by: Member, needId: string, form: LunchForm, letters: Letters) {
  return decideAboutNeeds(db, async (tx): Promise<LunchRefusal | null> => {
    const { now } = letters
    const need = found(await needWithId(tx, needId), 'need')
    const lunch = await lunchOfNeed(tx, need.id)
    if (lunch?.event_id === form.id) return null
    const steps = await stepsOf(tx, need.id)
    const offer = await offerWithId(tx, steps.findLast(({ state }) => state === 'matched')?.offer_id ?? '')
    const eventForm = eventFormOf(need, form, offer, by)
    const moment = { startsAt: eventForm.starts_at, now }
    const refusal = refusalToMakeLunch(need, lunch !== undefined, moment)
    if (refusal || !offer) return refusal ?? 'not-matched'
    const event_id = await createEvent(tx, by, eventForm, letters)
    const { organisation_id: partner_id, organisation_name: partner_name } = await organisationOf(
      tx,
      form.partner,
    )
    const made = { partner_id, partner_name, made_by: by.id, made_at: now }
    await addLunch(tx, { event_id, need_id: need.id, offer_id: offer.id, ...made })
    if (form.partner) await nameArranger(tx, event_id)
    const detail = { event: event_id }
    await record(tx, { what: 'lunch-made', by: by.id, about: need.id, at: now, detail })
    return null
  })
}

/** The partner stands among the event's arrangers, in its lists and calendars too. */
async function nameArranger(tx: Tx, eventId: string): Promise<void> {
  const lunch = found(await lunchOfEvent(tx, eventId), 'lunch')
  const { partner_id: organisation_id, partner_name: name, partner } = lunch
  const arranger = { organisation_id, name, side: name === null ? null : ('other' as const) }
  await setArrangers(tx, eventId, [arranger], partner ?? { sv: name ?? '' })
}

function eventFormOf(need: Need, form: LunchForm, offer: Offer | undefined, by: Member) {
  const { id, date: day, starts, ends, place_name } = form
  return EventForm.parse({
    ...{ id, series: seriesOfNeeds, title: shortened(need.words), lead: leadOf(need, offer) },
    ...{ date: day, starts, ends, place_name, spoken: ['sv'], capacity: seats },
    organisers: `${by.name.replaceAll(/[<>\n;]/g, ' ')} <${by.email}>`,
  })
}

const titleMax = 120

const shortened = (words: Texts): Texts =>
  Object.fromEntries(
    Object.entries(words).map(([language, text]) => [
      language,
      text.length > titleMax ? `${text.slice(0, titleMax - 2)} …` : text,
    ]),
  )

/** Whom it answers, and who speaks, in every language. */
function leadOf({ number }: Need, offer: Offer | undefined): Texts {
  const name = (language: keyof Texts): string =>
    offer?.organisation ? inLanguage(offer.organisation, language) : (offer?.organisation_name ?? '')
  return Object.fromEntries(
    languages.map((language) => {
      const t = wordsFor(language)
      const organisation = name(language) || t('lunch-and-learn.somebody')
      return [language, t('lunch-and-learn.lunch.lead', { number, organisation })]
    }),
  )
}
