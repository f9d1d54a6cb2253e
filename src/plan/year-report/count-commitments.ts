import type { Texts } from '#platform/language.ts'
import { type CommitmentState, type Standing, standingOf } from '../commitment.rules.ts'
import type { Owner } from '../revisions/change.ts'
import type { Reads } from '../tables.ts'
import { commitmentsUntil, namesOf, ownersOf, type OwnerRow, versionsUntil } from './commitments-then.sql.ts'
import type { Figure } from './content.ts'
import { type Counted, type Counting, whole } from './counted.ts'
import { inAll } from './names.ts'

const standings = [
  'done',
  'under-way',
  'late',
  'not-started',
  'stopped',
] as const satisfies readonly Standing[]

/** How every commitment stood on the day: by its dated updates until then, and by what stood in the plan then. */
export async function countCommitments(db: Reads, { asOf, until }: Counting): Promise<Counted> {
  const then = await commitmentsThen(db, asOf, until)
  const byOwner = Map.groupBy(
    then.flatMap((one) => one.owners.map((owner) => ({ ...owner, standing: one.standing }))),
    ({ key }) => key,
  )
  return {
    figures: [
      whole('all', then.length),
      ...standings.map((state) => whole(state, then.filter(({ standing }) => standing === state).length)),
      ...[...byOwner].flatMap(([item, own]) =>
        standings.flatMap((state): Omit<Figure, 'section'>[] => {
          const value = own.filter(({ standing }) => standing === state).length
          const name = own[0]?.name ?? {}
          return value === 0 ? [] : [{ measure: state, item, name, value, unit: 'count' }]
        }),
      ),
    ],
    lines: then.map(({ number, title, standing, due_on, owners }) => ({
      title: withNumber(number, title),
      path: `/plan/commitments/${number}`,
      state: standing,
      facts: [...owners.map(({ name }) => ({ what: 'owner', text: name })), { what: 'due', day: due_on }],
    })),
  }
}

const withNumber = (number: number, title: Texts): Texts =>
  Object.fromEntries(Object.entries(title).map(([language, text]) => [language, `${number}. ${text}`]))

interface OwnerThen {
  key: string
  name: Texts
}

async function commitmentsThen(db: Reads, asOf: string, until: string) {
  const [rows, versions, owners] = await Promise.all([
    commitmentsUntil(db, until),
    versionsUntil(db, asOf),
    ownersOf(db),
  ])
  const version = new Map(versions.map((one) => [one.commitment_id, one]))
  const now = Map.groupBy(owners, ({ commitment_id }) => commitment_id)
  const named = await namesOf(db, [...versions.flatMap(idsIn), ...owners.map(keyOf)])
  return rows.flatMap((row) => {
    const then = version.get(row.id)
    // What a revision has taken out, or brings in later only, is not in the plan of that day.
    if (then?.is_removed === 1 || row.starts_on > asOf || row.ends_on < `${asOf.slice(0, 4)}-01-01`) return []
    const { title, due_on } = then ?? row
    const ofThen = then ? idsIn(then) : []
    const keys = ofThen.length > 0 ? ofThen : (now.get(row.id) ?? []).map(keyOf)
    const own = keys.map((key): OwnerThen => ({ key, name: named.get(key) ?? inAll('year-report.nobody') }))
    const nobody = [{ key: 'nobody', name: inAll('year-report.nobody') }]
    const state: CommitmentState = row.state ?? 'not-started'
    const standing = standingOf(state, due_on, asOf)
    return [{ number: row.number, title, due_on, standing, owners: own.length > 0 ? own : nobody }]
  })
}

const keyOf = ({ party_id, organisation_id }: OwnerRow): string => party_id ?? organisation_id ?? ''

const idsIn = ({ owners }: { owners: readonly Owner[] }): string[] =>
  owners.map((one) => ('party' in one ? one.party : one.organisation))
