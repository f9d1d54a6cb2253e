import { json } from '#platform/db.ts'
import type { Texts } from '#platform/language.ts'
import { searchText } from '#platform/search.ts'
import type { Instant } from '#platform/time.ts'
import type { NewPartnership, Reads, Writes } from '../tables.ts'
import type { CityArea } from './areas.rules.ts'
import { takenAddresses } from './partnership.rules.ts'
import type { StepKind } from './tables.ts'

/** Every address that is taken, by an entry or by a page beside them. */
export const slugsOfPartnerships = async (db: Reads): Promise<Set<string>> =>
  new Set([
    ...takenAddresses,
    ...(await db.selectFrom('partnership').select('slug').execute()).map((row) => row.slug),
  ])

export const partnershipCount = async (db: Reads): Promise<number> => {
  const count = db.selectFrom('partnership').select((eb) => eb.fn.countAll<number>().as('count'))
  return (await count.executeTakeFirstOrThrow()).count
}

export const partnerships = (db: Reads, max = 10_000) =>
  db.selectFrom('partnership').selectAll().orderBy('position').orderBy('slug').limit(max).execute()

export const partnershipWithSlug = (db: Reads, slug: string) =>
  db.selectFrom('partnership').selectAll().where('slug', '=', slug).executeTakeFirst()

export const partnershipWithId = (db: Reads, id: string) =>
  db.selectFrom('partnership').selectAll().where('id', '=', id).executeTakeFirst()

/** What began at a meeting. */
export const partnershipsFromEvent = (db: Reads, eventId: string) =>
  db
    .selectFrom('partnership')
    .select(['slug', 'name', 'state'])
    .where('from_event_id', '=', eventId)
    .orderBy('position')
    .execute()

export type PartnershipFields = Omit<
  NewPartnership,
  'id' | 'slug' | 'name' | 'lead' | 'about' | 'part' | 'led_to' | 'position' | 'search_text'
> & { name: Texts; lead: Texts; about: Texts; part: Texts; led_to: Texts }

const partnershipTexts = ({ name, lead, about, part, led_to }: PartnershipFields) => ({
  name: json(name),
  lead: json(lead),
  about: json(about),
  part: json(part),
  led_to: json(led_to),
  search_text: searchText([...Object.values(name), ...Object.values(lead)].join(' | ')),
})

export const addPartnership = (
  db: Writes,
  row: PartnershipFields & Pick<NewPartnership, 'id' | 'slug' | 'position'>,
) =>
  db
    .insertInto('partnership')
    .values({ ...row, ...partnershipTexts(row) })
    .execute()

export const changePartnership = (db: Writes, id: string, row: PartnershipFields) =>
  db
    .updateTable('partnership')
    .set({ ...row, ...partnershipTexts(row) })
    .where('id', '=', id)
    .execute()

/** The organisations of one partnership, or, the other way round, the partnerships of one organisation. */
export const organisationsIn = (db: Reads, partnershipId: string) =>
  db
    .selectFrom('partnership_organisation')
    .innerJoin('organisation', 'organisation.id', 'partnership_organisation.organisation_id')
    .select(['organisation.id', 'organisation.slug', 'organisation.name', 'organisation.sector'])
    .where('partnership_id', '=', partnershipId)
    .execute()

export const partnershipsOf = (db: Reads, organisationId: string) =>
  db
    .selectFrom('partnership_organisation')
    .innerJoin('partnership', 'partnership.id', 'partnership_organisation.partnership_id')
    .select(['partnership.slug', 'partnership.name', 'partnership.kind'])
    .where('organisation_id', '=', organisationId)
    .orderBy('partnership.position')
    .execute()

/** Who and what an entry is tied to. */
export interface Ties {
  organisationIds: readonly string[]
  parties: readonly string[]
  areas: readonly CityArea[]
  goals: readonly string[]
  themes: readonly string[]
}

export async function tiesOf(db: Reads, id: string): Promise<Ties> {
  const [organisations, parties, areas, goals, themes] = await Promise.all([
    db
      .selectFrom('partnership_organisation')
      .select('organisation_id as id')
      .where('partnership_id', '=', id)
      .execute(),
    db.selectFrom('partnership_party').select('party_id as id').where('partnership_id', '=', id).execute(),
    db.selectFrom('partnership_area').select('area as id').where('partnership_id', '=', id).execute(),
    db.selectFrom('partnership_goal').select('goal_id as id').where('partnership_id', '=', id).execute(),
    db.selectFrom('partnership_theme').select('theme_id as id').where('partnership_id', '=', id).execute(),
  ])
  const ids = <T extends string>(rows: readonly { id: T }[]): T[] => rows.map((row) => row.id).toSorted()
  return {
    organisationIds: ids(organisations),
    parties: ids(parties),
    areas: ids(areas),
    goals: ids(goals),
    themes: ids(themes),
  }
}

export async function setTies(db: Writes, id: string, ties: Ties): Promise<void> {
  await db.deleteFrom('partnership_organisation').where('partnership_id', '=', id).execute()
  await db.deleteFrom('partnership_party').where('partnership_id', '=', id).execute()
  await db.deleteFrom('partnership_area').where('partnership_id', '=', id).execute()
  await db.deleteFrom('partnership_goal').where('partnership_id', '=', id).execute()
  await db.deleteFrom('partnership_theme').where('partnership_id', '=', id).execute()
  const own = { partnership_id: id }
  for (const organisation_id of ties.organisationIds)
    await db
      .insertInto('partnership_organisation')
      .values({ ...own, organisation_id })
      .execute()
  for (const party_id of ties.parties)
    await db
      .insertInto('partnership_party')
      .values({ ...own, party_id })
      .execute()
  for (const area of ties.areas)
    await db
      .insertInto('partnership_area')
      .values({ ...own, area })
      .execute()
  for (const goal_id of ties.goals)
    await db
      .insertInto('partnership_goal')
      .values({ ...own, goal_id })
      .execute()
  for (const theme_id of ties.themes)
    await db
      .insertInto('partnership_theme')
      .values({ ...own, theme_id })
      .execute()
}

/** Who is in what is counted by the database; that something ended is said here: the picture is drawn without it. */
export const wantDrawing = (tx: Writes) =>
  tx
    .updateTable('network_drawing')
    .set((eb) => ({ wanted: eb('wanted', '+', 1) }))
    .execute()

interface NewStep {
  id: string
  kind: StepKind
  at: Instant
  by?: string
  organisationId?: string | null
  partyId?: string | null
  before?: Record<string, unknown>
}

export async function addStep(tx: Writes, step: NewStep): Promise<void> {
  const last = await tx
    .selectFrom('partnership_step')
    .select((eb) => eb.fn.max('number').as('number'))
    .where('partnership_id', '=', step.id)
    .executeTakeFirst()
  await tx
    .insertInto('partnership_step')
    .values({
      ...{ partnership_id: step.id, number: (last?.number ?? 0) + 1, kind: step.kind, at: step.at },
      ...{ by_person: step.by ?? null, organisation_id: step.organisationId ?? null },
      ...{ party_id: step.partyId ?? null, before: json(step.before ?? {}) },
    })
    .execute()
}

/** What happened with an entry, the latest first, with the name of whoever answered for themselves. */
export const stepsOf = (db: Reads, id: string) =>
  db
    .selectFrom('partnership_step as step')
    .leftJoin('organisation', 'organisation.id', 'step.organisation_id')
    .leftJoin('party', 'party.id', 'step.party_id')
    .select(['step.number', 'step.kind', 'step.at', 'step.before'])
    .select(['organisation.name as organisation_name', 'party.name as party_name'])
    .where('partnership_id', '=', id)
    .orderBy('step.number', 'desc')
    .execute()
