import { equal, rejects } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { newId } from '#platform/ids.ts'
import { type FreshDatabase, freshDatabase } from '../../../test/bed.ts'
import { aMember, anEvent, aSignUp } from '../../../test/cast.ts'
import type { Db } from '../tables.ts'
import { setAudience } from './for-whom.sql.ts'
import { addInvitation, changeInvitation, letIn } from './invitations.sql.ts'

const now = '2026-11-23T11:00:00.000Z'
const later = '2026-12-20T11:00:00.000Z'

let bed: FreshDatabase
let db: Db
let by: string

before(async () => {
  bed = await freshDatabase()
  db = bed.db.as()
  by = (await aMember(bed.db, 'Amina', 'civil-society')).id
})
after(() => bed.close())

const nobodys = /not for this person/
const usedUp = /nobody else can come on this invitation/

const elected = { kind: 'sectors', capacities: 'elected,civil-servant', unlisted: 0, people_max: 1 } as const
const invited = { kind: 'invitation', capacities: '', unlisted: 0, people_max: 1 } as const

async function anInvitation(
  eventId: string,
  email: string,
  people_max: number | null = null,
): Promise<string> {
  const id = newId()
  const kind = people_max === null ? 'person' : 'organisation'
  await addInvitation(db, {
    ...{ id, event_id: eventId, kind, email, name: null, capacity: null, organisation_id: null },
    ...{ organisation_name: people_max === null ? null : 'Grannar', language: 'sv', people_max },
    ...{ invited_by: by, created_at: now, token_hash: null, declined_at: null },
    ...{ taken_back_at: null, forgotten_at: null },
  })
  await letIn(db, { event_id: eventId, email, invitation_id: id })
  return id
}

const changed = (id: string, change: object): Promise<unknown> =>
  db.updateTable('sign_up').set(change).where('id', '=', id).execute()

test('an event for sectors takes nobody else, but whoever is invited, or let in at the door', async () => {
  const event = await anEvent(bed.db, later)
  const early = await aSignUp(bed.db, event, { capacity: 'resident' })
  await setAudience(db, event, elected)
  await rejects(aSignUp(bed.db, event, { capacity: 'resident' }), nobodys)
  await rejects(aSignUp(bed.db, event, { capacity: 'resident', state: 'waiting' }), nobodys)
  const bo = await aSignUp(bed.db, event, { capacity: 'civil-servant' })
  await rejects(changed(bo, { capacity: 'other' }), nobodys)
  await changed(bo, { capacity: 'elected' })
  await anInvitation(event, 'klara@example.org')
  await aSignUp(bed.db, event, { capacity: 'resident', email: 'klara@example.org' })
  await aSignUp(bed.db, event, { capacity: 'resident', email: null, walk_in: 1 })
  // Whoever came before it was decided stays, and may be changed in all other ways.
  await changed(early, { name: 'Annat Namn' })
  await changed(early, { state: 'cancelled', cancelled_at: now, ended_because: 'given-back' })
  await rejects(changed(early, { state: 'seat', cancelled_at: null, ended_because: null }), nobodys)
})

test('an event by invitation takes the invited address, until the invitation is taken back', async () => {
  const event = await anEvent(bed.db, later)
  await setAudience(db, event, invited)
  await rejects(aSignUp(bed.db, event), nobodys)
  const invitation = await anInvitation(event, 'klara@example.org')
  const klara = await aSignUp(bed.db, event, { email: 'klara@example.org' })
  await changed(klara, { state: 'cancelled', cancelled_at: now, ended_because: 'given-back' })
  await changeInvitation(db, invitation, { taken_back_at: now })
  await rejects(aSignUp(bed.db, event, { email: 'klara@example.org' }), nobodys)
})

test('no more people come on an invitation than it says, together or one by one', async () => {
  const event = await anEvent(bed.db, later)
  await setAudience(db, event, invited)
  const invitation = await anInvitation(event, 'info@example.org', 2)
  await letIn(db, { event_id: event, email: 'one@example.org', invitation_id: invitation })
  await letIn(db, { event_id: event, email: 'two@example.org', invitation_id: invitation })
  const one = await aSignUp(bed.db, event, { email: 'one@example.org' })
  const along = await aSignUp(bed.db, event, { email: null, brought_by: one })
  await rejects(aSignUp(bed.db, event, { email: 'two@example.org' }), usedUp)
  const ended = { state: 'cancelled', cancelled_at: now, ended_because: 'given-back' }
  await changed(along, ended)
  const two = await aSignUp(bed.db, event, { email: 'two@example.org', state: 'waiting' })
  await rejects(changed(along, { state: 'seat', cancelled_at: null, ended_because: null }), usedUp)
  await changed(two, ended)
  await changed(along, { state: 'seat', cancelled_at: null, ended_because: null })
})

test('nobody is invited twice, and nobody is mailed twice on one day', async () => {
  const event = await anEvent(bed.db, later)
  const id = await anInvitation(event, 'bo@example.org')
  await rejects(anInvitation(event, 'bo@example.org'))
  await changeInvitation(db, id, { taken_back_at: now })
  const again = await anInvitation(event, 'bo@example.org')
  const mail = { invitation_id: again, sent_on: '2026-11-23', mail_key: 'x' }
  await db
    .insertInto('invitation_mail')
    .values({ ...mail, kind: 'invitation' })
    .execute()
  await rejects(
    db
      .insertInto('invitation_mail')
      .values({ ...mail, kind: 'reminder' })
      .execute(),
  )
  await rejects(setAudience(db, event, { ...elected, capacities: '' }))
  await rejects(setAudience(db, event, { ...elected, unlisted: 1 }))
  equal((await db.selectFrom('event_audience').selectAll().where('event_id', '=', event).execute()).length, 0)
})
