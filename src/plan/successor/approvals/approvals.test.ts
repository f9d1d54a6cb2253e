import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { plus } from '#platform/time.ts'
import { worksOf } from '../../../schedule.ts'
import { aMaking, type Cast } from '../../../../test/successor-cast.ts'
import { baseUrl, freshWorld, type Visitor, type World } from '../../../../test/world.ts'
import type { Db } from '../../tables.ts'

let world: World
let db: Db
let cast: Cast
let bo: Visitor
let mia: Visitor
const office = '/sv/office/next-plan'

/** A draft that has been asked for, consulted about, and waits for the parties. */
before(async () => {
  world = await freshWorld()
  db = world.database.as()
  cast = await aMaking(world)
  ;({ bo, mia } = cast)
  await bo.press(await bo.open(`${office}/begin`), 'Börja', { 'lead.sv': 'Vidare' })
  const [one, two, three] = cast.numbers
  for (const number of [one, two])
    await bo.press(await bo.open(`${office}/commitments/${number}`), 'Svara', { answer: 'continue' })
  await mia.press(await mia.open(`${office}/commitments/${two}`), 'Svara', { answer: 'continue' })
  for (const who of [bo, mia])
    await who.press(await who.open(`${office}/commitments/${three}`), 'avsluta', { 'because.sv': 'Tyst' })
  const words = { 'words.sv': 'Tanken', 'words.en': 'The thought', 'words.es': 'La idea' }
  await bo.press(await bo.open(`${office}/paragraphs/new`), 'Spara', words)
  await bo.press(await bo.open(`${office}/consultation`), 'Öppna', { last_day: '2026-12-14' })
})
after(() => world.close())

const revision = async (): Promise<string> => {
  const { number } = await db
    .selectFrom('revision')
    .select('number')
    .orderBy('number', 'desc')
    .executeTakeFirstOrThrow()
  return `/sv/office/revisions/${number}/answer`
}
/** As rows: numbers that follow on, owners, and of what each carries on; each with the version that says since when. */
async function everyCommitmentStands(): Promise<void> {
  const rows = await db
    .selectFrom('commitment')
    .innerJoin('plan', 'plan.id', 'commitment.plan_id')
    .innerJoin('commitment_version', 'commitment_version.commitment_id', 'commitment.id')
    .innerJoin('plan_version', 'plan_version.revision_id', 'commitment_version.revision_id')
    .innerJoin('commitment as before', 'before.id', 'commitment.carried_from')
    .innerJoin('commitment_owner', 'commitment_owner.commitment_id', 'commitment.id')
    .where('plan.slug', '=', '2027-2031')
    .select(['commitment.number', 'before.number as before', 'commitment_owner.position'])
    .orderBy('commitment.number')
    .orderBy('commitment_owner.position')
    .execute()
  const last = Math.max(...cast.numbers)
  const [one, two] = cast.numbers
  deepEqual(rows, [
    { number: last + 1, before: one, position: 1 },
    { number: last + 2, before: two, position: 1 },
    { number: last + 2, before: two, position: 2 },
  ])
}

const adopted = async () =>
  (await db.selectFrom('plan').select('adopted_on').where('slug', '=', '2027-2031').executeTakeFirstOrThrow())
    .adopted_on

test('the parties get the plan when the round is over, and not before', async () => {
  match((await bo.open(`${office}/approvals`)).text, /Samrådet är öppet/)
  const early = { decide_by: '2026-12-20', 'reason.sv': 'Dags' }
  equal((await bo.send(`${office}/approvals`, early)).status, 409)
  world.clock.now = plus(world.clock.now, { days: 23 })
  const form = await bo.open(`${office}/approvals`)
  equal(
    (await bo.press(form, 'inför parterna', { decide_by: '2026-01-01', 'reason.sv': 'Dags' })).status,
    409,
  )
  match(
    (await bo.press(form, 'inför parterna', { 'reason.sv': 'Dags' })).text,
    /Malmö stad\s*Ja.*Inget svar än/,
  )
  equal((await bo.press(form, 'inför parterna', { 'reason.sv': 'Dags' })).status, 409)
})

test('a change while the parties read raises the version; only the party that proposed makes it', async () => {
  const answer = await mia.open(await revision())
  const at = (await bo.open(`${office}/draft`)).link('Ändra stycke 1')
  equal((await mia.press(await mia.open(at), 'Spara', { 'words.sv': 'Mias' })).status, 409)
  match((await bo.press(await bo.open(at), 'Spara', { 'words.sv': 'Bos nya tanke' })).text, /Sparat/)
  equal((await mia.press(answer, 'svar', { answer: 'yes' })).status, 409, 'her yes was to something else')
  equal(await adopted(), null)
})

test('a no with its reason leads back to the draft; at the last yes the plan is adopted and owners are told', async () => {
  const no = { answer: 'no', 'reason.sv': 'Vi saknar pengar till kvällarna.' }
  await mia.press(await mia.open(await revision()), 'svar', no)
  match((await bo.open(office)).text, /En part sade nej.*Vi saknar pengar/)
  await mia.press(await mia.open((await bo.open(`${office}/draft`)).link('Ändra stycke 1')), 'Spara', {
    'words.sv': 'Vår gemensamma tanke',
  })
  await mia.press(await mia.open(`${office}/approvals`), 'inför parterna', {
    'reason.sv': 'Nu är vi överens',
  })
  await bo.press(await bo.open(await revision()), 'svar', { answer: 'yes' })
  ok(await adopted())
  const page = await cast.guest.open((await revision()).replace(/.office(.*).answer/, '/plan$1'))
  match(page.text, /Antagen.*Planen är antagen .* och gäller från och med 1 jan\. 2027/)
  const mails = (await world.mails()).filter(({ subject }) => subject.includes('gäller från 1 jan. 2027'))
  ok(mails.length > 0, 'the parties read from when it is in force')
  match(
    (await bo.open('/sv/plan/periods/2027-2031')).text,
    /Öppna skolgårdarna.*Två salar.*Vår gemensamma tanke/,
  )
  match((await cast.guest.open('/es/plan/next')).text, /adoptado/)
  await everyCommitmentStands()
  const works = worksOf(world.database, { baseUrl, mailFrom: 'M <m@example.org>' })
  await works['tell-owners']?.({}, world.clock.now)
  await works['tell-owners']?.({}, world.clock.now)
  const told = (await world.mails()).filter(({ subject }) => subject.endsWith('är antagen'))
  equal(told.length, 2, 'each coordinator once')
  const draft = await bo.open((await bo.open(`${office}/approvals`)).link('utkastet till en nyhet'))
  match(draft.html, /Samverkansplan 2027–2031 är antagen/)
  match(draft.html, /sv\/plan\/periods\/2027-2031/)
  const drafts = (await bo.open('/sv/office/news')).text.match(/är antagen/g)
  equal(drafts?.length, 1, 'one draft, for the coordinators only')
  ok(!(await cast.guest.open('/sv/news')).text.includes('är antagen'))
  equal((await bo.send(`${office}/words`, { 'title.sv': 'Ny', 'lead.sv': 'L' })).status, 409)
})
