import { askJointly } from '#people/index.ts'
import { found } from '#platform/errors.ts'
import { json } from '#platform/db.ts'
import { localDate, plus } from '#platform/time.ts'
import { signatoryCategories } from '#plan/index.ts'
import type { Db, Row } from './tables.ts'
import type { Year } from './year.ts'

const joinedMax = 12

/** Associations of the directory that have joined, one that waits for an answer, and one that was turned down. */
export async function addSignatories(tx: Db, year: Year, by: string): Promise<void> {
  const names = year.content.organisations.filter(({ sector }) => sector === 'civil-society')
  const joined = names.slice(0, joinedMax).map(({ name }, index) => {
    const asked = year.moment(-240 + index * 17, '11:40')
    const decided = plus(asked, { days: 3 })
    return {
      ...rowOf(year, name, index, asked),
      state: 'joined' as const,
      ...{ decided_at: decided, decided_by: by, joined_on: localDate(decided) },
    }
  })
  const waiting = {
    ...rowOf(year, 'Nätverket Odla ihop', 5, year.moment(-2, '19:05')),
    state: 'waiting',
  } as const
  const late = year.moment(-31, '08:30')
  const turnedDown = {
    ...rowOf(year, 'Torgkantens Reklambyrå', 5, late),
    state: 'turned-down' as const,
    ...{ decided_at: plus(late, { days: 2 }), decided_by: by },
    reason:
      'Överenskommelsen är till för organisationer som är demokratiskt uppbyggda. Ett företag kan gärna vara med i ett partnerskap i stället.',
  } as const
  await tx
    .insertInto('signatory')
    .values([...joined, waiting, turnedDown])
    .execute()
}

const about =
  'Vi träffas varje vecka och vill vara med och påverka hur staden och föreningarna arbetar tillsammans.'

function rowOf(year: Year, name: string, index: number, asked: string) {
  return {
    ...{ id: year.id(asked), organisation_id: year.found.organisations.get(name) ?? null },
    ...{
      organisation_name: name,
      category: signatoryCategories[index % signatoryCategories.length] ?? 'other',
    },
    ...({ person_name: 'Kim Ek', email: `anslut.${index}@example.org`, language: 'sv', about } as const),
    ...{ asked_at: asked, conditions_at: asked, confirmed_at: plus(asked, { seconds: 600 }) },
    ...{ decided_at: null, decided_by: null, reason: null, joined_on: null, left_on: null, wiped_at: null },
  }
}

/** Somebody whom civil society's own coordinator named beforehand, for the days around the new year. */
export async function addSubstitute(tx: Db, year: Year, by: string): Promise<void> {
  const at = year.moment(-9, '14:10')
  const person: Row<'person'> = {
    ...{
      id: year.id(at),
      name: 'Robin Dahl',
      email: 'robin.dahl@example.org',
      language: 'sv',
      created_at: at,
    },
  }
  await tx.insertInto('person').values(person).execute()
  const { party_id } = found(
    year.rows.coordinator.find(({ person_id }) => person_id === by),
    'coordinator',
  )
  const days = { from_day: year.date(12), until_day: year.date(40) }
  const row = { id: year.id(at), party_id, person_id: person.id, named_by: by, ...days, named_at: at }
  await tx
    .insertInto('substitute')
    .values({ ...row, ended_at: null })
    .execute()
  const detail = json({ party: party_id, ...days })
  await tx
    .insertInto('record')
    .values({ id: year.id(at), at, what: 'substitute-named', by_person: by, about: person.id, detail })
    .execute()
}

const thirdParty = {
  party_name: {
    sv: 'Studentkårerna i Malmö',
    en: 'the student unions of Malmö',
    es: 'las asociaciones estudiantiles de Malmö',
  },
  reason: {
    sv: 'Många studenter engagerar sig i stadens föreningar, och kårerna vill ta ansvar för det vi lovar varandra.',
    en: 'Many students take part in the associations of the city, and the unions want to share responsibility.',
    es: 'Muchas personas que estudian participan en asociaciones, y quieren compartir la responsabilidad.',
  },
}

/** A third party that civil society would like to take in; the city has not answered yet. */
export async function askAboutThirdParty(tx: Db, year: Year, by: string): Promise<void> {
  const now = year.moment(-4, '15:30')
  const { reason, party_name } = thirdParty
  const first = { name: 'Alex Borg', email: 'alex.borg@example.org', language: 'sv' }
  const what = { party_name, from_day: year.date(60), ...first }
  const question = { id: year.id(now), kind: 'take-in-party', aboutId: year.id(now), what, reason } as const
  const refusal = await askJointly(tx, { by: { id: by }, now }, question, () => Promise.resolve())
  if (refusal) throw new Error(`the sample year may not ask: ${refusal}`)
}
