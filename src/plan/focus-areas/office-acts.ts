import * as z from 'zod'
import { decide, json, transact } from '#platform/db.ts'
import { NotFound } from '#platform/errors.ts'
import { date, optionalLine, optionalTexts, texts } from '#platform/form.ts'
import type { Member } from '#platform/http.ts'
import { newId } from '#platform/ids.ts'
import { record } from '#platform/record.ts'
import type { Instant } from '#platform/time.ts'
import type { Db, Reads } from '../tables.ts'
import { addProposal, callOfYear, saveCall } from './focus.sql.ts'
import type { Acting } from './judge.ts'
import type { SourceKind } from './tables.ts'

export const CallForm = z
  .object({
    year: z.coerce.number().int().min(2000).max(2200),
    opens: date,
    closes: date,
    words: optionalTexts(2000),
  })
  .refine(({ opens, closes }) => closes > opens, { error: 'focus-areas.mistake.closes', path: ['closes'] })

/** Opens a year's call, or changes its days and words. */
export const openCall = (db: Db, by: Member, form: z.output<typeof CallForm>, now: Instant): Promise<void> =>
  transact(db, async (tx) => {
    const { year, opens, closes, words } = form
    const before = await callOfYear(tx, year)
    const id = before?.id ?? newId()
    const row = {
      id,
      year,
      words: json(words),
      opens_on: opens,
      closes_on: closes,
      made_by: by.id,
      made_at: now,
    }
    await saveCall(tx, row)
    await record(tx, { what: 'focus-call-saved', by: by.id, about: id, at: now, detail: { year } })
  })

export const OfficeProposalForm = z.object({
  id: z.uuid(),
  title: texts(120),
  why: texts(2000),
  organisation: optionalLine(200),
  /** As in an address: 'needs/4', 'recommendations/7', 'events/slug' or 'themes/id'; may be empty. */
  source: optionalLine(200),
})

/** Puts in what a forum, a need, a theme or a recommendation gave, and keeps the thread to it. */
export function putIn(
  db: Db,
  by: Member,
  year: number,
  form: z.output<typeof OfficeProposalForm>,
  now: Instant,
): Promise<'no-such-source' | null> {
  return transact(db, async (tx) => {
    const source = form.source === null ? null : await sourceIn(tx, form.source)
    if (source === undefined) return 'no-such-source'
    const { id, title, why, organisation } = form
    await addProposal(tx, {
      ...{ id, year, title: json(title), why: json(why), organisation_name: organisation },
      ...{ state: 'proposed', created_at: now },
    })
    if (source) {
      await tx
        .insertInto('focus_source')
        .values({ proposal_id: id, ...source })
        .onConflict((conflict) => conflict.doNothing())
        .execute()
    }
    await record(tx, { what: 'focus-area-put-in', by: by.id, about: id, at: now, detail: { year } })
    return null
  })
}

/** The thing at an address of this site, or the end of one; undefined when there is none. */
async function sourceIn(
  db: Reads,
  text: string,
): Promise<{ kind: SourceKind; thing_id: string } | undefined> {
  const [, place, key = ''] = /(needs|recommendations|events|themes)\/([\w-]+)\/?$/.exec(text) ?? []
  const number = /^[1-9]\d{0,8}$/.test(key) ? Number(key) : 0
  const asked = {
    needs: () => db.selectFrom('lunch_need').select('id').where('number', '=', number).executeTakeFirst(),
    recommendations: () =>
      db.selectFrom('recommendation').select('id').where('number', '=', number).executeTakeFirst(),
    events: () => db.selectFrom('event').select('id').where('slug', '=', key).executeTakeFirst(),
    themes: () => db.selectFrom('theme_call').select('id').where('id', '=', key).executeTakeFirst(),
  }
  const kinds = {
    needs: 'need',
    recommendations: 'recommendation',
    events: 'event',
    themes: 'theme',
  } as const
  if (!place || !(place in asked)) return undefined
  const at = place as keyof typeof asked
  const row = await asked[at]()
  return row && { kind: kinds[at], thing_id: row.id }
}

export const LinkForm = z.object({ what: optionalLine(300) })

/** Ties an event or a commitment to a focus area: what is done under it. */
export function linkWork(
  db: Db,
  proposalId: string,
  what: string | null,
  { by, now }: Acting,
): Promise<'no-such-work' | null> {
  return decide(db, 'focus_proposal', proposalId, async (tx) => {
    const [, place, key = ''] = /(events|commitments)\/([\w-]+)\/?$/.exec(what ?? '') ?? []
    if (place === undefined) return 'no-such-work'
    const number = /^[1-9]\d{0,8}$/.test(key) ? Number(key) : 0
    const thing =
      place === 'events'
        ? await tx.selectFrom('event').select('id').where('slug', '=', key).executeTakeFirst()
        : await tx.selectFrom('commitment').select('id').where('number', '=', number).executeTakeFirst()
    if (!thing) return 'no-such-work'
    const kind = place === 'events' ? 'event' : 'commitment'
    await tx
      .insertInto('focus_link')
      .values({ proposal_id: proposalId, kind, thing_id: thing.id, linked_by: by.id, linked_at: now })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    const detail = { kind, thing: thing.id }
    await record(tx, { what: 'focus-area-linked', by: by.id, about: proposalId, at: now, detail })
    return null
  })
}

export const unlinkWork = (db: Db, proposalId: string, thingId: string): Promise<void> =>
  decide(db, 'focus_proposal', proposalId, async (tx) => {
    const gone = tx.deleteFrom('focus_link').where('proposal_id', '=', proposalId)
    const { numDeletedRows } = await gone.where('thing_id', '=', thingId).executeTakeFirstOrThrow()
    if (numDeletedRows === 0n) throw new NotFound('no such link')
  })
