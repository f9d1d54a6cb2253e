import { deepEqual, doesNotMatch, equal, match } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { aMaking, type Cast } from '../../test/successor-cast.ts'
import { baseUrl, freshWorld, type World } from '../../test/world.ts'
import { worksOf } from '../schedule.ts'
import type { AllTables } from '../tables.ts'

let world: World
let cast: Cast
let number: number

/** The association that alone has promised something is dissolved. */
before(async () => {
  world = await freshWorld()
  cast = await aMaking(world)
  number = cast.numbers[2] ?? 0
})
after(() => world.close())

const dissolved = (ended_on: string) =>
  world.database
    .as<AllTables>()
    .updateTable('organisation')
    .set({ ended_on, end_reason: '{"sv":"Årsmötet beslutade det."}' })
    .where('id', 'in', (eb) =>
      eb
        .selectFrom('commitment_owner')
        .select('organisation_id')
        .where('organisation_id', 'is not', null)
        .$castTo<{ organisation_id: string }>(),
    )
    .execute()

test('everybody sees that nobody keeps it since its association was dissolved; coordinators get the way on', async () => {
  doesNotMatch((await cast.guest.open('/sv/plan')).text, /Ingen ansvarar/)
  await dissolved(world.clock.now.slice(0, 10))
  match((await cast.guest.open('/sv/plan')).text, /Ingen ansvarar nu.*Byalaget \(upphörde /)
  const page = await cast.guest.open(`/en/plan/commitments/${number}`)
  match(page.text, /Nobody is responsible for this commitment now\s*Byalaget ended on /)
  doesNotMatch(page.text, /Propose who takes over/)
  const way = (await cast.bo.open(`/sv/plan/commitments/${number}`)).link('Föreslå vem som tar över')
  equal((await cast.bo.open(way)).status, 200)
  doesNotMatch((await cast.guest.open(`/sv/plan/commitments/${cast.numbers[1]}`)).text, /Ingen ansvarar/)
})

test('both parties owe it a new owner: on the page of duties and in the month’s letter', async () => {
  for (const who of [cast.bo, cast.mia]) {
    const duties = await who.open('/sv/office/duties')
    match(duties.text, new RegExp(`Ingen ansvarar för åtagande ${number} \\(Nattvandra\\)`))
    equal(duties.link('Ingen ansvarar för åtagande'), `/sv/office/commitments/${number}/owners`)
  }
  const works = worksOf(world.database, { baseUrl, mailFrom: 'M <m@example.org>' })
  await works['tell-duties']?.({}, '2026-12-01T07:00:00.000Z')
  const letters = (await world.mails()).filter(({ text_body }) =>
    /Ingen ansvarar för åtagande/.test(text_body),
  )
  deepEqual(letters.map(({ to_address }) => to_address).toSorted(), ['bo@example.org', 'mia@example.org'])
})
