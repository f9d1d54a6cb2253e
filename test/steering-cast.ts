import type { Visitor } from './world.ts'

/** A seat of the coordinator's own party, made in the office. Its path in the office. */
export async function aSeat(
  by: Visitor,
  category: string,
  given: Record<string, string> = {},
): Promise<string> {
  const form = await by.open('/sv/office/steering-group/seats/new')
  const desk = await by.press(form, 'Spara', { 'category.sv': category, body: 'steering-group', ...given })
  const name = given['body'] === 'nomination-committee' ? 'valberedningen' : 'styrgruppen'
  const found = [...desk.root.querySelectorAll('a')].findLast(
    (one) => one.text.includes(`${name}, `) && one.text.includes(category) && one.text.startsWith('Tillsätt'),
  )
  return (found?.getAttribute('href') ?? '').replace(/\/fill$/, '')
}

const days = {
  ...{ opens_on: '2026-11-23', closes_on: '2026-12-13', election_on: '2026-12-20' },
  ...{ term_starts_on: '2027-01-01', term_ends_on: '2028-12-31' },
}

/** An open call of the coordinator's own party for these seats. Its id. */
export async function aCall(by: Visitor, seatPaths: readonly string[], given: Record<string, string> = {}) {
  const form = await by.open('/sv/office/steering-group/calls/new')
  const seats = seatPaths.map((path) => path.split('/').at(-1) ?? '')
  const criteria = {
    'criteria.sv': 'Känner fältet',
    'criteria.en': 'Knows the field',
    'criteria.es': 'Conoce',
  }
  const answer = await by.press(form, 'Spara utlysningen', { seats, ...criteria, ...days, ...given })
  return { id: answer.path.split('/').at(-1) ?? '', answer }
}
