import type { Texts } from '#platform/language.ts'
import { json } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import type { Member } from '#platform/http.ts'
import { type Instant, instantAt } from '#platform/time.ts'
import {
  approveReport,
  beginReport,
  loadForOffice,
  publishReport,
  reportOfYear,
  type WrittenPart,
  writeGift,
  writePart,
  type YearContent,
} from '#plan/index.ts'
import type { Staff } from './people-rows.ts'
import type { SampleSurvey } from './survey-rows.ts'
import type { Db } from './tables.ts'
import type { Year } from './year.ts'

export interface SampleYearReports {
  published: Partial<Record<WrittenPart, Texts>>
  draft: Partial<Record<WrittenPart, Texts>>
  /** Of the year before that, with figures out of old lists. */
  earlier: { texts: Partial<Record<WrittenPart, Texts>>; figures: YearContent['figures'] }
  gifts: {
    /** Years from this one. */
    year: number
    partner: string
    sek?: number
    hours?: number
    inKind?: Texts
    givenTo: Texts
  }[]
  survey: SampleSurvey
}

/** Last year's report, approved by both parties and published, and this year's, which is being written. */
export async function addYearReports(tx: Db, year: Year, staff: Staff): Promise<void> {
  const members = await membersOf(tx, staff)
  const { published, draft } = year.content.yearReports
  const thisYear = Number(year.today.slice(0, 4))
  const lastYear = thisYear - 1
  await addEarlier(tx, year, members, thisYear - 2)
  await write(tx, year, members, { of: lastYear, texts: published, at: notAfter(year, `${thisYear}-01-22`) })
  for (const [index, by] of members.slice(0, 2).entries()) {
    const at = notAfter(year, `${thisYear}-02-${12 + index}`)
    const report = found(await reportOfYear(tx, lastYear), 'report')
    const { seen } = await loadForOffice(tx, report, at)
    await approveReport(tx, by, { year: lastYear, seen }, at)
  }
  const [first] = members
  if (first) await publishReport(tx, first, lastYear, notAfter(year, `${thisYear}-02-16`))
  await write(tx, year, members, { of: thisYear, texts: draft, at: year.now })
}

/** A year of which the platform knows nothing: its figures are written down, and approved like any others. */
async function addEarlier(tx: Db, year: Year, members: readonly Member[], of: number): Promise<void> {
  const { texts, figures } = year.content.yearReports.earlier
  const at = notAfter(year, `${of + 2}-01-15`)
  await write(tx, year, members, { of, texts, at })
  const kept = json({ year: of, asOf: `${of}-12-31`, figures, lines: {} })
  await tx
    .updateTable('year_report')
    .set({ figures: kept, figures_hash: 'lists', figures_at: at })
    .where('year', '=', of)
    .execute()
  for (const by of members.slice(0, 2)) {
    const { seen } = await loadForOffice(tx, found(await reportOfYear(tx, of), 'report'), at)
    await approveReport(tx, by, { year: of, seen }, at)
  }
  const [first] = members
  if (first) await publishReport(tx, first, of, at)
}

/** A moment on a day of this year, or now where that has not come yet. */
function notAfter({ now }: Year, day: string): Instant {
  const at = instantAt(day, '10:20')
  return at < now ? at : now
}

interface Written {
  of: number
  texts: Partial<Record<WrittenPart, Texts>>
  at: Instant
}

async function write(tx: Db, year: Year, [by]: readonly Member[], { of, texts, at }: Written): Promise<void> {
  if (!by) return
  await beginReport(tx, by, of, at)
  const seen = async (): Promise<string> => String(found(await reportOfYear(tx, of), 'report').version)
  for (const [section, words] of Object.entries(texts) as [WrittenPart, Texts][])
    await writePart(tx, by, { year: of, section, words, seen: await seen() }, at)
  const thisYear = Number(year.today.slice(0, 4))
  for (const gift of year.content.yearReports.gifts.filter((one) => thisYear + one.year === of)) {
    const { partner, sek = null, hours = null, inKind = {}, givenTo } = gift
    await writeGift(tx, by, of, { partner, sek, hours, inKind, givenTo, seen: await seen() }, at)
  }
}

/** The coordinators as they would have signed in. */
async function membersOf(tx: Db, { coordinators }: Staff): Promise<Member[]> {
  const rows = await tx
    .selectFrom('coordinator')
    .innerJoin('person', 'person.id', 'coordinator.person_id')
    .innerJoin('party', 'party.id', 'coordinator.party_id')
    .select(['person.id', 'person.name', 'person.email', 'person.language'])
    .select(['party.id as party_id', 'party.key', 'party.name as party_name'])
    .execute()
  return coordinators.map((id) => {
    const { party_id, key, party_name, ...person } = found(
      rows.find((row) => row.id === id),
      'coordinator',
    )
    return { ...person, party: { id: party_id, key, name: party_name } }
  })
}
