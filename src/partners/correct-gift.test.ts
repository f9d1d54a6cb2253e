import { equal, match, ok, rejects } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { aPledge, given, partnersOffice, pledgeLink } from '../../test/partners-cast.ts'
import { lastMailTo } from '../../test/people-cast.ts'
import { freshWorld, type Visitor, type World } from '../../test/world.ts'
import { refusalToCorrect } from './gift.rules.ts'

let world: World
let bo: Visitor
let karin: Visitor
let number: number

before(async () => {
  world = await freshWorld()
  bo = await partnersOffice(world)
  karin = await partnersOffice(world, 'civil-society')
  number = await aPledge(world, { email: 'wrong@example.org' })
  await given(bo, number, { sek: '40000' })
})
after(() => world.close())

const right = {
  ...{ do: 'correct', given_on: '2026-11-20', sek: '4000', corrections: '0' },
  ...{ 'in_kind.sv': 'Hörsal fyra kvällar', 'given_to.sv': 'Kvällsmöten om unga' },
  why: 'En nolla för mycket.',
}
const correct = (who: Visitor, change: Record<string, string> = {}) =>
  who.send(`/sv/office/pledges/${number}`, { ...right, ...change })

test('a gift is corrected with a reason; the former stays, and the giver is told', async () => {
  const unsaid = await correct(bo, { why: '' })
  equal(unsaid.status, 422)
  match(unsaid.html, /value="4000"/, 'nothing typed is lost')
  equal((await correct(bo)).status, 200)
  const list = (await (await world.visitor()).open('/sv/partners/given')).text.replaceAll(/\s/g, ' ')
  ok(list.includes('4 000 kr') && !list.includes('40 000 kr'))
  const { text } = await karin.open(`/sv/office/pledges/${number}`)
  match(text.replaceAll(/\s/g, ' '), /Så stod det förut40 000 kr.*Rättat av Bo.*En nolla för mycket/)
  const { text_body } = await lastMailTo(world, 'wrong@example.org')
  match(text_body, /En nolla för mycket/)
  equal((await (await world.visitor()).open(await pledgeLink(world, 'wrong@example.org'))).status, 200)
})

test('whoever corrects what another has corrected meanwhile is told, and so is whoever changes nothing', async () => {
  const second = await correct(karin, { sek: '4500' })
  equal(second.status, 409)
  match(second.text, /Någon annan har rättat/)
  match(second.html, /value="4500"/)
  equal((await correct(karin, { corrections: '1' })).status, 409, 'nothing is different')
})

test('the database keeps the former and refuses a change without one', async () => {
  const db = world.database.as()
  const run = (query: string) => sql.raw(query).execute(db)
  await rejects(() => run('update partner_gift set sek = 1'), /corrected with a reason/)
  await rejects(() => run("update partner_gift set given_on = '2025-01-01', year = 2025"), /with a reason/)
  await rejects(() => run("update partner_gift set written_at = '2020-01-01T00:00:00.000Z'"), /with a reason/)
  await rejects(() => run("update partner_gift_correction set reason = 'x'"), /never changes/)
  await rejects(() => run('delete from partner_gift_correction'), /never changes/)
  const copy = (sek: string, at: number) =>
    `insert into partner_gift_correction select gift_id, ${at}, ${sek}, hours, in_kind, given_to, given_on, went_to,
      reason, at, by_person from partner_gift_correction where number = 1`
  await rejects(() => run(copy('1', 2)), /as it stood/)
  await rejects(() => run(copy('4000', 3)), /as it stood/)
})

test('rules: seen, closed years, and that something is different', () => {
  const former = { sek: 1, hours: null, in_kind: { sv: 'Sal' }, given_to: { sv: 'Möten' } }
  const day = { given_on: '2026-11-20', went_to: null }
  const cases = [
    [{ seen: 0, corrections: 1 }, { sek: 2 }, false, 'corrected-meanwhile'],
    [{ seen: 1, corrections: 1 }, { sek: 2 }, true, 'year-closed'],
    [{ seen: 1, corrections: 1 }, {}, false, 'nothing-corrected'],
    [{ seen: 1, corrections: 1 }, { sek: 2 }, false, null],
    [{ seen: 0, corrections: 0 }, { in_kind: { sv: 'Sal', es: 'Sala' } }, false, null],
    [{ seen: 0, corrections: 0 }, { went_to: '/events/x' }, false, null],
  ] as const
  for (const [standing, change, isClosed, expected] of cases) {
    const facts = { ...former, ...day }
    equal(refusalToCorrect({ former: facts, ...standing }, { ...facts, ...change }, isClosed), expected)
  }
})
