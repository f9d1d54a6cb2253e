import * as z from 'zod'
import { decide, json } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { date } from '#platform/form.ts'
import type { Member } from '#platform/http.ts'
import type { Texts } from '#platform/language.ts'
import { isLanguage } from '#platform/language.ts'
import { record } from '#platform/record.ts'
import type { Instant } from '#platform/time.ts'
import { wordsFor } from '#platform/words.ts'
import { copyOrganisers } from '../copy/copy-rows.ts'
import { addWithFreeSlug } from '../create-event.ts'
import { eventWithId, type ProgrammeEvent } from '../events.sql.ts'
import { seriesWithKey } from '../series.sql.ts'
import type { Db } from '../tables.ts'
import { refusalToLink } from './chain.rules.ts'
import { linksAround } from './chain.sql.ts'
import { linkEvents } from './link-steps.ts'
import { mayHoldWorkshop, refusalToWorkshop, workshopTimes } from './workshop.rules.ts'

/** The id is made when the form is shown, so that a form that is sent twice makes one workshop. */
export const WorkshopForm = z.object({
  id: z.uuid(),
  date,
  series: z.string('chains.workshop.mistake.series').min(1, 'chains.workshop.mistake.series').max(60),
})
export type WorkshopForm = z.output<typeof WorkshopForm>

/** Where the reports of some events are, by event; what was said is written above this slice. */
export type ReportsOf = (eventIds: readonly string[]) => Promise<ReadonlyMap<string, string>>

interface Making {
  now: Instant
  /** The address of the forum's report, without its language. */
  report: string | null
}

/** A draft of the idea workshop that follows a forum, where it was and for those who look after it. */
export function makeWorkshop(db: Db, by: Member, forumId: string, form: WorkshopForm, making: Making) {
  const { now, report } = making
  return decide(db, 'event', forumId, async (tx) => {
    if (await eventWithId(tx, form.id)) return null
    const forum = found(await eventWithId(tx, forumId), 'event')
    const times = workshopTimes(form.date)
    const refusal =
      refusalToWorkshop(forum, times.starts_at, now) ??
      refusalToLink(
        await linksAround(tx, forumId),
        { id: forumId, at: forum.starts_at },
        { id: form.id, at: times.starts_at },
      )
    if (refusal) return refusal
    const series = found(await seriesWithKey(tx, form.series), 'series')
    found(mayHoldWorkshop(series.id, forum) || null, 'series of workshops')
    const columns = { ...columnsFrom(forum, report), ...times, id: form.id, series_id: series.id }
    const rest = { doors_at: null, sign_up_closes_at: times.starts_at, created_at: now, changed_at: now }
    if (!(await addWithFreeSlug(tx, series, { ...columns, ...rest }))) return null
    await copyOrganisers(tx, { from: forumId, to: form.id, by: by.id, now })
    const linking = { db: tx, by, eventId: forumId, now }
    await linkEvents(linking, form.id, 'after')
    const detail = { from: forumId }
    await record(tx, { what: 'sequel-drafted', by: by.id, about: form.id, at: now, detail })
    return null
  })
}

/** Where and in which languages the forum was, with words of the workshop's own in the languages that it had. */
function columnsFrom(forum: ProgrammeEvent, report: string | null) {
  const { title, place_name, address, access, online_url, spoken, capacity } = forum
  const each = (word: (language: keyof Texts & string) => string): Texts =>
    Object.fromEntries(
      Object.keys(title)
        .filter((one) => isLanguage(one))
        .map((language) => [language, word(language)]),
    )
  return {
    title: json(
      each((one) => wordsFor(one)('chains.workshop.draft-title', { title: title[one] ?? '' }).slice(0, 120)),
    ),
    lead: json(each((one) => wordsFor(one)('chains.workshop.draft-lead'))),
    body: json(
      report
        ? each((one) => wordsFor(one)('chains.workshop.draft-body', { report: `/${one}${report}` }))
        : {},
    ),
    ...{ audience: json({}), access: json(access) },
    ...{ place_name, address, online_url, spoken, capacity },
  }
}
