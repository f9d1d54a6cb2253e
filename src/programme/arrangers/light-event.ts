import { transact } from '#platform/db.ts'
import { checkForm, type Filled, type FormAnswer, time } from '#platform/form.ts'
import type { Member } from '#platform/http.ts'
import { datePlus } from '#platform/time.ts'
import { createEvent } from '../create-event.ts'
import { EventForm } from '../event-form.ts'
import type { Letters } from '../sign-up/letters.ts'
import type { Db } from '../tables.ts'
import { type SentArranger, readArrangers } from './arranger-form.ts'
import { setRecorded } from './arrangers.sql.ts'
import { endOf, lengths } from './light-event.rules.ts'
import { putArrangers } from './save-arrangers.ts'

/** A light event as its short form says it. */
export interface LightEvent {
  form: EventForm
  arrangers: readonly SentArranger[]
  recorded: boolean
}

/** Reads the short form: what it does not ask is what most such events have, and can be changed afterwards. */
export async function readLightEvent(
  db: Db,
  fields: Filled,
  { series, by }: { series: string; by: Member },
): Promise<FormAnswer<LightEvent>> {
  const form = checkForm(asEventForm(fields, series, by), EventForm)
  const more = await readArrangers(db, fields)
  if (form.ok && more.ok) {
    const { arrangers, recorded } = more
    return { ok: true, value: { form: form.value, arrangers, recorded } }
  }
  const mistakes = {
    ...(form.ok ? {} : onShortForm(form.mistakes)),
    ...(more.ok ? {} : more.mistakes),
  }
  return { ok: false, filled: fields, mistakes }
}

const text = (value: Filled[string]): string => (typeof value === 'string' ? value : '')

function asEventForm(fields: Filled, series: string, { name, email }: Member): Filled {
  const [date, starts] = [text(fields['date']), text(fields['starts'])]
  const minutes = lengths.find((one) => String(one) === fields['minutes']) ?? 0
  const { ends, daysLater } = time.safeParse(starts).success
    ? endOf(starts, minutes)
    : { ends: '', daysLater: 0 }
  const isOverMidnight = daysLater > 0 && /^\d{4}-\d\d-\d\d$/.test(date) && !Number.isNaN(Date.parse(date))
  return {
    ...fields,
    ...{ series, spoken: ['sv'], organisers: `${name} <${email}>`, ends },
    ...(isOverMidnight && { end_date: datePlus(date, daysLater) }),
  }
}

/** The end is not asked for: what is wrong with it is wrong with the start, or with how long it is. */
function onShortForm({ ends, ...mistakes }: Readonly<Record<string, string>>): Record<string, string> {
  return ends && !mistakes['starts'] ? { ...mistakes, minutes: ends } : mistakes
}

/** Writes it down as a draft, with its arrangers. Returns its id. */
export const createLightEvent = (db: Db, by: Member, light: LightEvent, letters: Letters): Promise<string> =>
  transact(db, async (tx) => {
    const id = await createEvent(tx, by, light.form, letters)
    await putArrangers(tx, id, light.arrangers)
    await setRecorded(tx, id, { recorded: light.recorded, by: by.id, now: letters.now })
    return id
  })
