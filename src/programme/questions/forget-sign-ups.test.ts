import { deepEqual, equal, match, ok, rejects } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { transact } from '#platform/db.ts'
import { queueMail } from '#platform/mail/index.ts'
import { newId } from '#platform/ids.ts'
import { plus } from '#platform/time.ts'
import { aMember, anEvent, anOrganisation, aSignUp } from '../../../test/cast.ts'
import { firstNoon, freshWorld, type World } from '../../../test/world.ts'
import { forgetSpeakers } from '../agenda/forget-speakers.ts'
import { forgetInvited } from '../invitations/index.ts'
import type { AllTables } from '../../tables.ts'
import { forgetSignUps, wipeAnswers } from './forget-sign-ups.ts'
import type { NeedsOfOne } from './needs.rules.ts'
import { putNeeds } from './needs.sql.ts'

let world: World
before(async () => void (world = await freshWorld()))
after(() => world.close())

const db = () => world.database.as<AllTables>()
const inTwoWeeks = plus(firstNoon, { days: 14 })
const need = (signUpId: string, needs: NeedsOfOne): Promise<void> =>
  transact(db(), (tx) => putNeeds(tx, signUpId, needs, '2026-12-21'))
const nothing = { access: null, interpretation: null, diet: null }

/** Karin came, Noor gave her seat back; a mail went to Karin, who answered, needed and proposed something. */
async function anEventWithPeople() {
  const id = await anEvent(world.database, inTwoWeeks)
  const organisation_id = await anOrganisation(world.database, 'Föreningen')
  const karin = { name: 'Karin Ek', email: `karin-${id}@example.org`, organisation_id }
  const signUp = await aSignUp(world.database, id, { ...karin, checked_in_at: inTwoWeeks })
  const over = { state: 'cancelled', cancelled_at: firstNoon, ended_because: 'given-back' } as const
  await aSignUp(world.database, id, { name: 'Noor Ask', organisation_name: 'Bokcirkeln', ...over })
  const question = {
    ...({ id: newId(), event_id: id, position: 1, kind: 'text', required: 0, keep_days: 30 } as const),
    ...({ asked_of: 'person', asked_at: 'sign-up' } as const),
    ...{ label: '{"sv":"Hur?"}', hint: '{}', options: '{}', created_at: firstNoon },
  }
  await db().insertInto('question').values(question).execute()
  const answer = { question_id: question.id, sign_up_id: signUp, value: 'Med buss', wipe_on: '2027-01-06' }
  await db().insertInto('question_answer').values(answer).execute()
  const proposal = { id: newId(), event_id: id, sign_up_id: signUp, words: 'Parken?', created_at: firstNoon }
  await db().insertInto('table_proposal').values(proposal).execute()
  await need(signUp, { ...nothing, boxes: ['vegan'] })
  const link = { token_hash: newId(), sign_up_id: signUp, created_at: firstNoon }
  await db().insertInto('personal_link').values(link).execute()
  for (const about of [signUp, id]) {
    const body = { greeting: 'Hej Karin,', paragraphs: [], why: '' }
    const mail = { to: karin.email, language: 'sv', subject: 'Du har en plats', about, body } as const
    await queueMail(db(), mail, firstNoon)
  }
  await db().updateTable('mail').set({ state: 'failed' }).where('about', '=', signUp).execute()
  await db().updateTable('mail').set({ state: 'kept' }).where('about', '=', id).execute()
  return { id, signUp, email: karin.email }
}

const signUpsAt = (id: string) =>
  db().selectFrom('sign_up').selectAll().where('event_id', '=', id).orderBy('state').execute()

test('answers are wiped on their own date, and so is who proposed what', async () => {
  const { id } = await anEventWithPeople()
  const held = async () => {
    const answers = await db()
      .selectFrom('question_answer')
      .innerJoin('question', 'question.id', 'question_id')
      .select('value')
      .where('event_id', '=', id)
      .execute()
    const [proposal] = await db()
      .selectFrom('table_proposal')
      .selectAll()
      .where('event_id', '=', id)
      .execute()
    return [answers.length, proposal?.sign_up_id !== null, proposal?.words]
  }
  await wipeAnswers(world.database.as(), '2026-12-20T22:59:00.000Z')
  deepEqual(await held(), [1, true, 'Parken?'])
  await wipeAnswers(world.database.as(), '2026-12-21T02:30:00.000Z')
  deepEqual(await held(), [1, false, 'Parken?'])
  await wipeAnswers(world.database.as(), '2027-01-06T02:30:00.000Z')
  deepEqual(await held(), [0, false, 'Parken?'])
})

test('names are forgotten on the date that the form showed, and numbers stay', async () => {
  const { id, email } = await anEventWithPeople()
  const [before, due] = ['2027-06-07T02:30:00.000Z', '2027-06-08T02:30:00.000Z']
  await forgetSignUps(world.database.as(), before)
  deepEqual(
    (await signUpsAt(id)).map(({ name }) => name),
    ['Noor Ask', 'Karin Ek'],
  )
  ok((await forgetSignUps(world.database.as(), due)) > 0)
  const rows = await signUpsAt(id)
  for (const row of rows) {
    const { name, email: address, organisation_id, organisation_name, search_text, forgotten_at } = row
    deepEqual([name, address, organisation_id, organisation_name, search_text], ['–', null, null, null, ''])
    equal(forgotten_at, due)
  }
  deepEqual(
    rows.map(({ state, capacity, checked_in_at }) => [state, capacity, checked_in_at]),
    [
      ['cancelled', 'resident', null],
      ['seat', 'resident', inTwoWeeks],
    ],
  )
  const event = await db()
    .selectFrom('event')
    .select('seats_taken')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  equal(event.seats_taken, 1)
  equal(await forgetSignUps(world.database.as(), due), 0)

  // Nothing anywhere says who she was.
  for (const table of [
    'sign_up',
    'sign_up_need',
    'question_answer',
    'personal_link',
    'mail',
    'record',
  ] as const) {
    const all = JSON.stringify(await db().selectFrom(table).selectAll().execute())
    for (const trace of [email, 'Karin', 'Noor', 'Bokcirkeln', 'Med buss'])
      ok(!all.includes(trace), `${table} still says ${trace}`)
  }
  equal((await db().selectFrom('mail').select('id').where('state', '=', 'failed').execute()).length, 0)
})

test('somebody who is forgotten cannot get a name or an address again', async () => {
  const { id, signUp } = await anEventWithPeople()
  await forgetSignUps(world.database.as(), '2028-01-01T02:30:00.000Z')
  const change = (set: { name?: string; email?: string }) =>
    db().updateTable('sign_up').set(set).where('id', '=', signUp).execute()
  for (const set of [{ name: 'Karin Ek' }, { email: 'karin@example.org' }])
    await rejects(change(set), /constraint/i)
  const coordinator = await world.visitor((await aMember(world.database, 'Bo', 'city')).id)
  match((await coordinator.open(`/sv/office/events/${id}/held`)).text, /Alla är glömda/)
})

test('what is still held is shown to coordinators for every event, and until when', async () => {
  const { id } = await anEventWithPeople()
  const bo = await world.visitor((await aMember(world.database, 'Ella', 'civil-society')).id)
  const overview = await bo.open('/sv/office/held')
  match(
    overview.text,
    /Ett möte.*1, till 21 dec\. 2026.*1, till 6 jan\. 2027.*1, till 21 dec\. 2026.*2, till 8 juni 2027/,
  )
  ok(!overview.text.includes('Karin'))
  equal((await bo.open(`/sv/office/events/${id}/held`)).status, 200)
})

test('the addresses of those invited and of speakers are held until a date that is shown, and then forgotten', async () => {
  const id = await anEvent(world.database, inTwoWeeks)
  const bo = await aMember(world.database, 'Bosse', 'city')
  const invitation = {
    ...({ id: newId(), event_id: id, kind: 'person', email: 'ida@example.org', name: 'Ida' } as const),
    ...({ language: 'sv', created_at: firstNoon, invited_by: bo.id } as const),
  }
  await db().insertInto('invitation').values(invitation).execute()
  const speaker = {
    id: newId(),
    event_id: id,
    name: 'Sven',
    email: 'sven@example.org',
    created_at: firstNoon,
  }
  await db().insertInto('speaker').values(speaker).execute()
  const body = { greeting: 'Hej Ida,', paragraphs: [], why: '' }
  const mail = {
    to: 'ida@example.org',
    language: 'sv',
    subject: 'Inbjudan',
    about: invitation.id,
    body,
  } as const
  await queueMail(db(), mail, firstNoon)
  const sent = { state: 'sent', sent_at: firstNoon } as const
  await db().updateTable('mail').set(sent).where('about', '=', invitation.id).execute()

  const visitor = await world.visitor(bo.id)
  const held = (await visitor.open(`/sv/office/events/${id}/held`)).text
  match(held, /Inbjudna1, till 6 jan\. 2027.*Adresser till dem som talar1, till 6 jan\. 2027/)
  const known = async () => {
    const speakers = db().selectFrom('speaker').select(['name', 'email']).where('event_id', '=', id)
    const mails = db().selectFrom('mail').select('to_address').where('about', '=', invitation.id)
    return [await speakers.executeTakeFirst(), (await mails.executeTakeFirst())?.to_address]
  }
  const forget = async (now: string) => {
    await forgetSpeakers(world.database.as(), now)
    await forgetInvited(world.database.as(), now)
  }
  await forget('2027-01-05T22:59:00.000Z')
  deepEqual(await known(), [{ name: 'Sven', email: 'sven@example.org' }, 'ida@example.org'])
  await forget('2027-01-06T12:30:00.000Z')
  deepEqual(await known(), [{ name: 'Sven', email: null }, ''])
})

test('the sheet counts, names nobody, and the second view does; the export has no needs', async () => {
  const { id } = await anEventWithPeople()
  const more = await aSignUp(world.database, id, { name: 'Tove Al' })
  await need(more, { ...nothing, boxes: ['step-free', 'interpreter-es'], diet: 'ingen lök' })
  const waiting = await aSignUp(world.database, id, { name: 'Vera Bo', state: 'waiting' })
  await need(waiting, { ...nothing, boxes: ['halal'] })
  const coordinator = await world.visitor((await aMember(world.database, 'Stina', 'city')).id)
  const sheet = await coordinator.open(`/sv/office/events/${id}/needs`)
  match(sheet.text, /1 väg utan trappsteg, 1 tolk sv–es, 2 specialkoster/)
  match(sheet.text, /Veganskt1.*”ingen lök”1/)
  for (const name of ['Karin', 'Tove', 'Halal']) ok(!sheet.text.includes(name), name)
  const named = await coordinator.open(`/sv/office/events/${id}/needs/names`)
  match(named.text, /Karin EkVeganskt.*Tove Al.*väg utan trappsteg/)
  const file = await coordinator.open(`/sv/office/events/${id}/sign-ups.csv`)
  match(file.html, /Karin Ek/)
  for (const need of ['vegan', 'Vegan', 'lök', 'trappsteg', 'step-free', 'Med buss', 'Parken'])
    ok(!file.html.includes(need), need)
  world.clock.now = '2026-12-21T12:00:00.000Z'
  await db().deleteFrom('sign_up_need').execute()
  match((await coordinator.open(`/sv/office/events/${id}/needs`)).text, /raderades 21 dec\. 2026/)
  world.clock.now = firstNoon
})
