import { json } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { datePlus, type Instant, instantAt } from '#platform/time.ts'
import { knownOf, principlesToAskBy } from '#plan/index.ts'
import type { Staff } from './people-rows.ts'
import type { Writes } from './tables.ts'
import type { Year } from './year.ts'

export interface SampleSurvey {
  /** How many answered last year's, and this year's so far. */
  answered: number
  answeredNow: number
  /** What last year's answers are around, principle by principle. */
  means: number[]
  words: { words: string; quoted: string | null }[]
}

interface Planned {
  year: number
  opensOn: string
  closesOn: string
  answered: number
}

/** Last year's questions by the principles, answered and closed, and this year's, which are open. */
export async function addSurveys(tx: Writes, year: Year, staff: Staff): Promise<void> {
  const { answered, answeredNow } = year.content.yearReports.survey
  const thisYear = Number(year.today.slice(0, 4))
  // The latest that the one of last year can have closed is a while ago, even at the beginning of a year.
  const lastOpened = year.today < `${thisYear}-03-20` ? datePlus(year.today, -50) : `${thisYear}-01-10`
  await addOne(tx, year, staff, {
    ...{ year: thisYear - 1, opensOn: lastOpened, closesOn: datePlus(lastOpened, 21), answered },
  })
  await addOne(tx, year, staff, {
    ...{ year: thisYear, opensOn: datePlus(year.today, -5), closesOn: datePlus(year.today, 16) },
    answered: answeredNow,
  })
}

async function addOne(tx: Writes, year: Year, staff: Staff, planned: Planned): Promise<void> {
  const sent = instantAt(planned.opensOn, '09:05')
  const id = year.id(sent)
  const made_by = found(staff.coordinators[1], 'coordinator')
  const isOver = planned.closesOn < year.today
  const row = { id, year: planned.year, opens_on: planned.opensOn, closes_on: planned.closesOn, made_by }
  await tx
    .insertInto('survey')
    .values({
      ...row,
      made_at: instantAt(datePlus(planned.opensOn, -7), '14:00'),
      closed_at: null,
      wiped_at: null,
    })
    .execute()
  const principles = await principlesToAskBy(tx)
  const statements = principles.map(({ key, name, usual }, index) => ({
    ...{ survey_id: id, position: index + 1, principle_key: key, name: json(name), statement: json(usual) },
  }))
  await tx.insertInto('survey_statement').values(statements).execute()
  const asked = await askAll(tx, year, { id, sent, answered: planned.answered })
  await answerAll(tx, year, id, asked.slice(0, planned.answered))
  if (isOver) await close(tx, year, { id, made_by, closesOn: planned.closesOn })
}

interface Sent {
  id: string
  sent: Instant
  answered: number
}

async function askAll(tx: Writes, year: Year, { id, sent, answered }: Sent) {
  const all = await tx
    .selectFrom('organisation')
    .select(['id', 'sector', 'kind', 'contact_email'])
    .where('contact_email', 'is not', null)
    .orderBy('search_text')
    .execute()
  const known = knownOf(all)
  // Not by the alphabet, so that those who have not answered are of every kind.
  const asked = all
    .map((one, index) => ({ one, known: known[index], place: year.chance.part() }))
    .toSorted((one, other) => one.place - other.place)
  const rows = asked.map(({ one, known: of }, index) => ({
    ...{ id: year.id(sent), survey_id: id, organisation_id: one.id, email: one.contact_email },
    ...{ sector: of?.sector ?? null, kind: of?.kind ?? null, asked_at: sent, reminded_at: null },
    has_answered: index < answered ? 1 : 0,
  }))
  await tx.insertInto('survey_asked').values(rows).execute()
  return rows
}

async function answerAll(
  tx: Writes,
  year: Year,
  survey_id: string,
  asked: readonly { sector: string | null; kind: string | null }[],
): Promise<void> {
  const { means } = year.content.yearReports.survey
  for (const [index, { sector, kind }] of asked.entries()) {
    // The keys stand for secrets that nobody has any longer.
    const key = year.id(year.now)
    await tx.insertInto('survey_answer').values({ key, survey_id, sector, kind }).execute()
    const marks = means.map((mean, place) => ({
      ...{ answer_key: key, position: place + 1 },
      mark: (index + place) % 11 === 5 ? null : around(mean, year.chance.part()),
    }))
    await tx.insertInto('survey_mark').values(marks).execute()
  }
}

/** A whole mark from 1 to 5, mostly the ones beside the mean. */
const around = (mean: number, chance: number): number =>
  Math.min(5, Math.max(1, Math.round(mean + (chance - 0.5) * 3)))

async function close(
  tx: Writes,
  year: Year,
  { id, made_by, closesOn }: { id: string; made_by: string; closesOn: string },
): Promise<void> {
  const closed = instantAt(datePlus(closesOn, 1), '03:05')
  const wiped = instantAt(datePlus(closesOn, 32), '03:45')
  const read_at = instantAt(datePlus(closesOn, 4), '10:00')
  const written = year.content.yearReports.survey.words.map(({ words, quoted }) => ({
    ...{ key: year.id(year.now), survey_id: id, words, read_at, read_by: made_by, quoted },
  }))
  await tx.insertInto('survey_words').values(written).execute()
  await tx.updateTable('survey').set({ closed_at: closed }).where('id', '=', id).execute()
  if (wiped > year.now) return
  const nobody = { organisation_id: null, email: null, sector: null, kind: null }
  await tx.updateTable('survey_asked').set(nobody).where('survey_id', '=', id).execute()
  await tx.updateTable('survey').set({ wiped_at: wiped }).where('id', '=', id).execute()
}
