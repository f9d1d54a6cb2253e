import { v7 } from 'uuid'
import type { NetworkTables } from '#network/tables.ts'
import { json } from '#platform/db.ts'
import { inLanguage, type Texts } from '#platform/language.ts'
import { searchText, slugOf } from '#platform/search.ts'
import { chanceFrom } from './chance.ts'
import type { Row, Writes } from './tables.ts'
import type { Year } from './year.ts'

type Columns = NetworkTables['partnership']
type Area = NetworkTables['partnership_area']['area']

export interface SamplePartnership {
  name: Texts
  kind: Columns['kind']
  beganYearsAgo: number
  endedYearsAgo?: number
  with: string[]
  lead: Texts
  part: Texts
  partKind: 'initiated' | 'takes-part' | 'hosted'
  /** By their keys in library.json. */
  themes: string[]
  areas: Area[]
  form?: 'iop' | 'agreement' | 'letter-of-intent'
  agreedYears?: number
  decision?: { body: string; paragraph: string; case: string }
  parties?: string[]
  goals?: number[]
  ledTo?: Texts
  /** Nobody answered whether it lives. */
  unconfirmed?: true
}

// Begun when the idea workshop was held, or years before.
const beganDaysAgo = 140
const quietDaysAgo = 430
// The chance of the year goes on as it did before the later ones were thought of: its meetings stay as they were.
const drawnWithTheYear = 2
const laterSeed = 43

/** Adds the invented partnerships, and the organisations in them. */
export function addPartnerships(
  year: Year,
  organisations: readonly { id: string; partnerships: readonly string[] }[],
): void {
  const { content, found, rows } = year
  const chance = chanceFrom(laterSeed)
  content.partnerships.forEach((one, index) => {
    const at = year.moment(one.unconfirmed ? -quietDaysAgo : -130, '13:00')
    const isFirst = index < drawnWithTheYear
    const id = isFirst ? year.id(at) : v7({ msecs: Date.parse(at), random: chance.bytes(16) })
    const own = organisations
      .filter(({ partnerships }) => partnerships.includes(one.name.sv ?? ''))
      .map((organisation) => organisation.id)
    const known = one.with.flatMap((other) => found.organisations.get(other) ?? [])
    rows.partnership.push({ id, position: found.partnerships + index + 1, ...rowOf(year, one, at) })
    for (const organisation_id of new Set([...own, ...known])) {
      rows.partnership_organisation.push({ partnership_id: id, organisation_id })
    }
  })
}

function rowOf(year: Year, one: SamplePartnership, at: string): Omit<Row<'partnership'>, 'id' | 'position'> {
  const { name, lead, part, decision, form } = one
  const first = Number(year.date(-beganDaysAgo).slice(0, 4))
  const began = first - one.beganYearsAgo
  const ended = one.endedYearsAgo === undefined ? null : first - one.endedYearsAgo
  return {
    ...{ slug: slugOf(inLanguage(name, 'sv')), kind: one.kind, changed_at: at, confirmed_at: null },
    ...{
      name: json(name),
      lead: json(lead),
      about: json({}),
      part: json(part),
      led_to: json(one.ledTo ?? {}),
    },
    ...{ began_year: began, began_on: String(began), ended_year: ended },
    ...{ ended_on: ended === null ? null : `${ended}-06`, state: ended === null ? 'running' : 'ended' },
    ...{ part_kind: one.partKind, form: form ?? null },
    agreed_until: one.agreedYears ? String(began + one.agreedYears) : null,
    decision_body: decision?.body ?? null,
    decision_on: decision ? `${began}-03-18` : null,
    decision_paragraph: decision?.paragraph ?? null,
    case_number: decision?.case.replace('0000', String(began)) ?? null,
    unconfirmed_since: one.unconfirmed ? at.slice(0, 10) : null,
    search_text: searchText([...Object.values(name), ...Object.values(lead)].join(' | ')),
  }
}

/** Where in the city they are, about what, between which parties, and where the first of them began. */
export async function finishPartnerships(tx: Writes, year: Year): Promise<void> {
  const { content, found, rows } = year
  const themeIds = new Map(
    content.library.themes.map(({ key, name }) => [key, slugOf(inLanguage(name, 'sv'))]),
  )
  for (const one of content.partnerships) {
    const row = rows.partnership.find(({ slug }) => slug === slugOf(inLanguage(one.name, 'sv')))
    if (!row) continue
    const own = { partnership_id: row.id }
    for (const area of one.areas)
      await tx
        .insertInto('partnership_area')
        .values({ ...own, area })
        .execute()
    for (const key of one.themes) {
      const theme = rows.theme.find(({ slug }) => slug === themeIds.get(key))
      if (theme)
        await tx
          .insertInto('partnership_theme')
          .values({ ...own, theme_id: theme.id })
          .execute()
    }
    for (const key of one.parties ?? []) {
      const party_id = found.parties.get(key)
      if (party_id)
        await tx
          .insertInto('partnership_party')
          .values({ ...own, party_id })
          .execute()
    }
    for (const number of one.goals ?? []) {
      const goal_id = found.goals.get(number)
      if (goal_id)
        await tx
          .insertInto('partnership_goal')
          .values({ ...own, goal_id })
          .execute()
    }
    await addHistory(tx, row, one)
  }
}

async function addHistory(tx: Writes, row: Row<'partnership'>, one: SamplePartnership): Promise<void> {
  const kinds = one.unconfirmed
    ? (['added', 'asked', 'asked-again', 'unconfirmed'] as const)
    : (['added'] as const)
  for (const [index, kind] of kinds.entries())
    await tx
      .insertInto('partnership_step')
      .values({
        ...{ partnership_id: row.id, number: index + 1, kind, at: row.changed_at, by_person: null },
        ...{ organisation_id: null, party_id: null, before: '{}' },
      })
      .execute()
}
