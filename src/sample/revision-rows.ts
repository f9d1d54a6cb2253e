import type { Texts } from '#platform/language.ts'
import { json } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { datePlus, localDate } from '#platform/time.ts'
import type { RevisionTables } from '#plan/tables.ts'
import type { Staff } from './people-rows.ts'
import type { Row } from './tables.ts'
import type { Year } from './year.ts'

type ChangeRow = Pick<Row<'revision_change'>, 'kind' | 'commitment_id'> & { before: unknown; after: unknown }
type Party = 'city' | 'civil-society'
type End = Exclude<RevisionTables['revision']['state'], 'draft' | 'proposed'>

export interface SampleProposal {
  planId: string
  kind?: 'change' | 'adoption'
  by: Party
  /** Days from today: when it was proposed, and when it ended; null when it waits for an answer. */
  proposed: number
  ended: number | null
  /** Days to answer in. */
  days: number
  ends: Extract<End, 'in-force' | 'refused' | 'lapsed' | 'withdrawn'> | null
  title: Texts
  reason: Texts
  /** Why the other party said no, or why it was taken back. */
  why?: Texts
  changes: readonly ChangeRow[]
}

/** Who speaks for each party. */
export const speakersOf = (year: Year, staff: Staff): Record<Party, { person: string; party: string }> => {
  const index = (key: Party): number =>
    year.content.people.coordinators.findIndex(({ party }) => party === key)
  const of = (key: Party) => ({
    person: found(staff.coordinators[index(key)], 'coordinator'),
    party: found(year.found.parties.get(key), 'party'),
  })
  return { city: of('city'), 'civil-society': of('civil-society') }
}

/**
 * A proposal, what it would change and who has answered. It is written as it lay before it was decided on; how it ended
 * comes after, because the database lets nothing come into force before the answers are there.
 */
export function addProposal(
  year: Year,
  staff: Staff,
  given: SampleProposal,
): { id: string; endedAt: string } {
  const speakers = speakersOf(year, staff)
  const { person, party } = speakers[given.by]
  const at = year.moment(given.proposed, '10:20')
  const id = year.id(at)
  const number = year.rows.revision.length + 1
  year.rows.revision.push({
    ...{ id, number, plan_id: given.planId, kind: given.kind ?? 'change', state: 'proposed', version: 1 },
    ...{ title: json(given.title), reason: json(given.reason), party_id: party, made_by: person },
    ...{ created_at: at, changed_at: at, proposed_at: at, decide_by: datePlus(localDate(at), given.days) },
    ...{ asked_on: localDate(at), ended_at: null, ended_on: null, end_reason: json({}), replaced_by: null },
  })
  given.changes.forEach(({ before, after, ...change }, index) =>
    year.rows.revision_change.push({
      ...{ id: year.id(at), revision_id: id, position: index + 1, ...change },
      ...{ before: json(before), after: json(after) },
    }),
  )
  const endedAt = given.ended === null ? year.now : year.moment(given.ended, '13:30')
  answer(year, { id, number, at, ...speakers[given.by] }, 'yes', {})
  const other = speakers[given.by === 'city' ? 'civil-society' : 'city']
  const theirs = { id, number, at: endedAt, ...other }
  if (given.ends === 'in-force') answer(year, theirs, 'yes', {})
  if (given.ends === 'refused') answer(year, theirs, 'no', given.why ?? {})
  year.record({ what: 'revision-proposed', by: person, about: id, at, detail: { number } })
  if (given.ends === null) return { id, endedAt }
  year.endings.push({
    ...{ id, state: given.ends, ended_at: endedAt, ended_on: localDate(endedAt) },
    end_reason: json(given.ends === 'withdrawn' ? (given.why ?? {}) : {}),
  })
  const by = { lapsed: null, withdrawn: person, 'in-force': other.person, refused: other.person }[given.ends]
  year.record({ what: `revision-${given.ends}`, by, about: id, at: endedAt, detail: { number } })
  return { id, endedAt }
}

interface Answering {
  id: string
  number: number
  at: string
  person: string
  party: string
}

function answer(
  year: Year,
  { id, at, person, party }: Answering,
  yesOrNo: 'yes' | 'no',
  reason: Texts,
): void {
  year.rows.revision_answer.push({
    ...{ revision_id: id, version: 1, party_id: party, answer: yesOrNo, reason: json(reason) },
    ...{ by_person: person, as_substitute: 0, at },
  })
}

/** Proposals were made up in the order of what they are about; they have numbers in the order of their days. */
export function numberByDay(year: Year): void {
  const days = year.rows.revision.toSorted((one, other) =>
    String(one.proposed_at).localeCompare(String(other.proposed_at)),
  )
  const numbers = new Map(days.map(({ id }, index) => [id, index + 1]))
  for (const row of year.rows.revision) row.number = numbers.get(row.id) ?? row.number
  for (const row of year.rows.record)
    if (numbers.has(row.about)) row.detail = json({ number: numbers.get(row.about) })
}
