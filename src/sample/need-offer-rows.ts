import { addMatch, addStep, entryRow, setAnswer, setIntroduced } from '#network/index.ts'
import type { NetworkTables } from '#network/tables.ts'
import { found } from '#platform/errors.ts'
import type { Texts } from '#platform/language.ts'
import { type Instant, plus } from '#platform/time.ts'
import type { Staff } from './people-rows.ts'
import type { Writes } from './tables.ts'
import type { Year } from './year.ts'

type Entry = NetworkTables['need_offer']
type Step = NetworkTables['need_match_step']
type Said = NetworkTables['need_match']['need_said']

/** What organisations need and can give; days are counted from today. */
export interface SampleNeedsOffers {
  entries: {
    key: string
    organisation: string
    side: Entry['side']
    kind: Entry['kind']
    place?: string
    theme?: string
    fromDays: number
    untilDays: number
    words: Texts
    about: Texts
    askFor?: string
    daysAgo: number
    ended?: 'met' | 'withdrawn'
  }[]
  matches: {
    need: string
    offer: string
    daysAgo: number
    need_said?: Said
    offer_said?: Said
    introducedDaysAgo?: number
    steps?: { kind: Step['kind']; side: Step['side']; daysAgo: number; words: string; partnership?: string }[]
  }[]
}

/** Writes them in their order, since the database asks of each answer and step whether it can be. */
export async function addNeedsOffers(tx: Writes, year: Year, staff: Staff): Promise<void> {
  const { entries, matches } = year.content.needsOffers
  const ids = new Map(entries.map(({ key, daysAgo }) => [key, year.id(year.moment(-daysAgo, '10:05'))]))
  const idOf = (key: string): string => found(ids.get(key), `need or offer ${key}`)
  const rows = entries.map((one) => ({ ...entryOf(year, staff, one), id: idOf(one.key) }))
  await tx.insertInto('need_offer').values(rows).execute()
  for (const { id, written_by, written_at } of rows)
    await recordLate(tx, year, { what: 'need-offer-listed', by: written_by, about: id, at: written_at })
  for (const match of matches) {
    const at = year.moment(-match.daysAgo, '10:10')
    const id = year.id(at)
    const both = { need_id: idOf(match.need), offer_id: idOf(match.offer) }
    await addMatch(tx, { id, ...both, points: 70, at })
    for (const side of ['need', 'offer'] as const) {
      const said = match[`${side}_said`]
      if (said) await setAnswer(tx, id, side, { said, at: plus(at, { hours: 20 }), by: null })
    }
    if (match.introducedDaysAgo === undefined) continue
    const introduced = year.moment(-match.introducedDaysAgo, '13:30')
    await setIntroduced(tx, id, introduced)
    await recordLate(tx, year, { what: 'need-offer-introduced', by: null, about: id, at: introduced })
    for (const [index, { kind, side, daysAgo, words, partnership }] of (match.steps ?? []).entries())
      await addStep(tx, {
        ...{ match_id: id, number: index + 1, kind, side, words, event_id: null },
        partnership_id: partnership ? partnershipNamed(year, partnership) : null,
        ...{ at: year.moment(-daysAgo, '15:00'), by_person: null },
      })
  }
}

function entryOf(year: Year, staff: Staff, one: SampleNeedsOffers['entries'][number]) {
  const at = year.moment(-one.daysAgo, '10:05')
  const theme = year.content.library.themes.find(({ key }) => key === one.theme)?.name.sv
  const ended = one.ended ? year.moment(-10, '09:00') : null
  return {
    ...{ organisation_id: found(year.found.organisations.get(one.organisation), one.organisation) },
    ...{ side: one.side, written_by: staff.coordinators[0] ?? null, written_at: at, changed_at: at },
    ...entryRow({
      ...{ kind: one.kind, words: one.words, about: one.about, place: one.place ?? null },
      theme_id: year.rows.theme.find(({ name }) => theme && name.includes(theme))?.id ?? null,
      ...{ from_day: year.date(one.fromDays), until_day: year.date(one.untilDays) },
      ask_for: one.askFor ?? null,
    }),
    ...{ asked_at: one.untilDays < 0 ? year.moment(-1, '08:15') : null, reason: null },
    ...{ ended_at: ended, ended_because: one.ended ?? null },
  }
}

interface Happened {
  what: string
  by: string | null
  about: string
  at: Instant
}

const recordLate = (tx: Writes, year: Year, { what, by, about, at }: Happened) =>
  tx
    .insertInto('record')
    .values({ id: year.id(at), at, what, by_person: by, about, detail: '{}' })
    .execute()

const partnershipNamed = ({ rows }: Year, name: string): string =>
  found(
    rows.partnership.find((row) => row.name.includes(name)),
    name,
  ).id
