import { equal, ok, rejects } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { json } from '#platform/db.ts'
import { hashOf, newId } from '#platform/ids.ts'
import { type FreshDatabase, freshDatabase } from '../../../test/bed.ts'
import { aMember, anEvent } from '../../../test/cast.ts'
import type { Db } from '../tables.ts'
import { needStates, mayBecome } from './need.rules.ts'
import { addNeed, addStep, type Step } from './needs.sql.ts'
import { addOffer, changeOffer } from './offers.sql.ts'
import { addVoice, changeVoice } from './voices.sql.ts'

const at = '2026-11-23T11:00:00.000Z'

let bed: FreshDatabase
let db: Db
let by: string
let offer: string
let event: string
let number = 0

before(async () => {
  bed = await freshDatabase()
  db = bed.db.as()
  by = (await aMember(bed.db, 'Bo', 'city')).id
  event = await anEvent(bed.db, '2026-12-20T11:00:00.000Z')
  offer = await anOffer()
})
after(() => bed.close())

async function anOffer(): Promise<string> {
  const id = newId()
  await addOffer(db, {
    ...{ id, need_id: null, language: 'sv', topic: 'Ett ämne', about: null, organisation_id: null },
    ...{ organisation_name: null, email: 'a@example.org', handed_in_at: at, confirmed_at: at },
    ...{ state: 'open', decided_at: at, decided_by: by, reason: null, forgotten_at: null },
  })
  return id
}

const stepTo = (state: Step['state'], into = ''): Step => ({
  ...{ state, at, by },
  ...(state === 'turned-down' || state === 'answered' ? { words: { sv: 'Därför' } } : {}),
  ...(state === 'joined' ? { into } : {}),
  ...(state === 'matched' ? { offer } : {}),
  ...(state === 'planned' || state === 'met' ? { event } : {}),
})

/** A need that took these steps. */
async function aNeed(...states: Step['state'][]): Promise<string> {
  const id = newId()
  number += 1
  await addNeed(db, {
    ...{
      id,
      number,
      language: 'sv',
      words: json({ sv: 'Vi vill förstå' }),
      why: null,
      organisation_id: null,
    },
    ...{ organisation_name: null, handed_in_at: at, answer_due_on: '2027-05-23' },
  })
  for (const state of states)
    await addStep(db, id, stepTo(state, state === 'joined' ? await aNeed('open') : ''))
  return id
}

const waysTo = {
  new: [],
  open: ['open'],
  joined: ['open', 'joined'],
  matched: ['open', 'matched'],
  planned: ['open', 'matched', 'planned'],
  met: ['open', 'matched', 'planned', 'met'],
  answered: ['open', 'answered'],
  'turned-down': ['turned-down'],
  withdrawn: ['open', 'withdrawn'],
} as const

test('the database lets a need become what the rule lets it become, and nothing else', async () => {
  for (const from of needStates)
    for (const to of needStates) {
      if (to === 'new') continue
      const id = await aNeed(...waysTo[from])
      const step = addStep(db, id, stepTo(to, await aNeed('open')))
      if (mayBecome(from, to)) await step
      else await rejects(step, /cannot become/, `${from} to ${to}`)
    }
})

test('a need changes by its steps alone, and they never change', async () => {
  const id = await aNeed('open')
  const change = (set: object) => db.updateTable('lunch_need').set(set).where('id', '=', id).execute()
  await rejects(change({ state: 'answered', ended_at: at }), /by its steps alone/)
  await rejects(change({ opened_at: '2020-01-01T00:00:00.000Z' }), /./)
  await rejects(change({ answer_due_on: '2030-01-01' }), /by when a need is answered/)
  await change({ words: json({ sv: 'Vi vill förstå', en: 'We want to understand' }) })
  const steps = db.updateTable('lunch_need_step').set({ by_person: null }).where('need_id', '=', id)
  await rejects(steps.execute(), /never changes/)
  await rejects(db.deleteFrom('lunch_need_step').where('need_id', '=', id).execute(), /never changes/)
  await rejects(db.deleteFrom('lunch_need').where('id', '=', id).execute(), /stays/)
  await rejects(
    db
      .insertInto('lunch_need_step')
      .values({
        ...{ need_id: id, number: 5, state: 'withdrawn', at, by_person: null, words: null },
        ...{ into_id: null, offer_id: null, event_id: null },
      })
      .execute(),
    /one after another/,
  )
})

test('nothing is joined in two steps, and nothing goes away with others joined into it', async () => {
  const head = await aNeed('open')
  const joined = await aNeed('open')
  await addStep(db, joined, stepTo('joined', head))
  await rejects(addStep(db, await aNeed('open'), stepTo('joined', joined)), /stands on its own/)
  const other = await aNeed('open')
  await rejects(addStep(db, head, stepTo('joined', other)), /others joined/)
  await rejects(addStep(db, head, stepTo('withdrawn')), /others joined/)
  await rejects(addStep(db, other, stepTo('joined', other)), /./)
  await addStep(db, joined, stepTo('open'))
  await addStep(db, head, stepTo('withdrawn'))
})

test('a need is matched with an offer that stands', async () => {
  const gone = await anOffer()
  await changeOffer(db, gone, { state: 'withdrawn' })
  const id = await aNeed('open')
  await rejects(addStep(db, id, { ...stepTo('matched'), offer: gone }), /offer that stands/)
  await rejects(changeOffer(db, gone, { state: 'open' }), /an offer cannot become/)
  await addStep(db, id, stepTo('matched'))
})

const voice = (needId: string, email: string, given: object = {}) => ({
  ...{ id: newId(), need_id: needId, kind: 'seconded' as const, address_key: hashOf(email), email },
  ...{ language: 'sv' as const, organisation_key: null, said_at: at, confirmed_at: at as string | null },
  ...{ left_at: null, forgotten_at: null },
  ...given,
})

test('nobody counts twice behind a need, and only what waits is seconded', async () => {
  const id = await aNeed('open')
  const first = voice(id, 'a@example.org')
  await addVoice(db, first)
  await rejects(addVoice(db, voice(id, 'a@example.org')), /unique/i)
  await changeVoice(db, first.id, { left_at: at, email: null })
  await addVoice(db, voice(id, 'a@example.org'))
  await rejects(changeVoice(db, first.id, { left_at: at, email: 'a@example.org' }), /check|constraint/i)
  const late = voice(id, 'b@example.org', { confirmed_at: null })
  await addVoice(db, late)
  await addStep(db, id, stepTo('answered'))
  await rejects(addVoice(db, voice(id, 'c@example.org')), /only a need that waits/)
  await rejects(changeVoice(db, late.id, { confirmed_at: at }), /only a need that waits/)
  await rejects(addVoice(db, voice(await aNeed(), 'd@example.org')), /only a need that waits/)
})

test('what is forgotten is forgotten whole', async () => {
  const id = await aNeed('open')
  const one = voice(id, 'a@example.org')
  await addVoice(db, one)
  await rejects(changeVoice(db, one.id, { forgotten_at: at }), /check|constraint/i)
  await changeVoice(db, one.id, { forgotten_at: at, email: null, address_key: null })
  const rows = await db.selectFrom('lunch_voice').selectAll().where('need_id', '=', id).execute()
  equal(rows.length, 1)
  ok(rows.every(({ email }) => email === null))
})
