import { equal, rejects } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { json } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import { type FreshDatabase, freshDatabase } from '../../test/bed.ts'
import { aMember } from '../../test/cast.ts'
import { addGift } from './gifts.sql.ts'
import { type PledgeState, type PledgeStep, stepsFrom } from './pledge.rules.ts'
import { addPledge, addStep, pledgeWithId } from './pledges.sql.ts'
import type { Db } from './tables.ts'

const at = '2026-11-23T11:00:00.000Z'
const steps: readonly PledgeStep[] = ['talk', 'agreed', 'given', 'thanked', 'declined', 'withdrawn']
const ways: Record<PledgeState, readonly PledgeStep[]> = {
  received: [],
  talk: ['talk'],
  agreed: ['talk', 'agreed'],
  given: ['talk', 'agreed', 'given'],
  thanked: ['talk', 'agreed', 'given', 'thanked'],
  declined: ['declined'],
  withdrawn: ['withdrawn'],
}

let bed: FreshDatabase
let db: Db
let by: string
let number = 0

before(async () => {
  bed = await freshDatabase()
  db = bed.db.as()
  by = (await aMember(bed.db, 'Bo', 'city')).id
})
after(() => bed.close())

async function aPledge(isConfirmed = true): Promise<string> {
  const id = newId()
  number += 1
  const due = isConfirmed
    ? { confirmed_at: at, answer_due_on: '2026-12-07' }
    : { confirmed_at: null, answer_due_on: null }
  await addPledge(db, {
    ...{
      id,
      number,
      kind: 'premises',
      need_id: null,
      giver: 'organisation',
      giver_name: 'Kajen',
      publish: 'named',
    },
    ...{
      organisation_id: null,
      contact_name: null,
      email: 'kaj@example.org',
      language: 'sv',
      what: 'Hörsal',
    },
    ...{ amount: 4, unit: 'times', at_what_time: null, sent_at: at, ...due, changed_at: at },
    ...{ agreement_file_id: null, forgotten_at: null },
  })
  return id
}

const gift = (pledge_id: string | null) =>
  addGift(db, {
    ...{ id: newId(), year: 2026, organisation_id: null, partner_name: 'Kajen', sek: 100, hours: null },
    ...{ in_kind: json({}), given_to: json({ sv: 'Mat' }), written_by: by, written_at: at },
    ...{ pledge_id, given_on: '2026-11-20', went_to: null },
  })

async function take(id: string, kind: PledgeStep, order: number): Promise<void> {
  if (kind === 'given') await gift(id)
  const reason = kind === 'declined' || kind === 'withdrawn' ? 'other' : null
  await addStep(db, { pledge_id: id, number: order, kind, reason, words: null, at, by_person: by })
}

async function pledgeAs(state: PledgeState): Promise<string> {
  const id = await aPledge()
  for (const [index, kind] of ways[state].entries()) await take(id, kind, index + 1)
  return id
}

const refused = (query: string, words: RegExp) => rejects(() => sql.raw(query).execute(db), words)

test('the database lets a pledge take the very steps that the rule does', async () => {
  for (const state of Object.keys(ways) as PledgeState[])
    for (const step of steps) {
      const id = await pledgeAs(state)
      const order = ways[state].length + 1
      if (stepsFrom(state).includes(step)) {
        await take(id, step, order)
        equal((await pledgeWithId(db, id))?.state, step)
      } else
        await rejects(
          () => take(id, step, order),
          /cannot become this|what was agreed is given|pledge_id/i,
          `${state} ${step}`,
        )
    }
})

test('nothing is given without a gift written down, and no gift stands for what was not agreed', async () => {
  const agreed = await pledgeAs('agreed')
  await rejects(
    () =>
      addStep(db, {
        pledge_id: agreed,
        number: 3,
        kind: 'given',
        reason: null,
        words: null,
        at,
        by_person: by,
      }),
    /cannot become this/,
  )
  await rejects(async () => gift(await pledgeAs('talk')), /what was agreed is given/)
  const given = await pledgeAs('given')
  await rejects(() => gift(given), /what was agreed is given|unique/i)
  await refused(`delete from partner_gift where pledge_id = '${given}'`, /stays with its pledge/)
  await refused(
    `update partner_gift set pledge_id = null where pledge_id = '${given}'`,
    /stays with its pledge/,
  )
})

test('steps and states cannot be written any other way', async () => {
  const id = await pledgeAs('talk')
  await refused(`update pledge set state = 'agreed' where id = '${id}'`, /by its steps alone/)
  await refused(`update pledge set answer_due_on = '2027-01-01' where id = '${id}'`, /by its steps alone/)
  await refused(`delete from pledge where id = '${id}'`, /stays/)
  await refused(`update pledge_step set kind = 'declined' where pledge_id = '${id}'`, /never changes/)
  await refused(`delete from pledge_step where pledge_id = '${id}'`, /never changes/)
  const unconfirmed = await aPledge(false)
  await rejects(() => take(unconfirmed, 'talk', 1), /cannot become this/)
  await sql.raw(`delete from pledge where id = '${unconfirmed}'`).execute(db)
})

test('a no has a reason, and a forgotten giver is forgotten', async () => {
  const id = await pledgeAs('received')
  await rejects(
    () =>
      addStep(db, {
        pledge_id: id,
        number: 1,
        kind: 'declined',
        reason: null,
        words: null,
        at,
        by_person: by,
      }),
    /ends_with_a_reason/,
  )
  await refused(`update pledge set forgotten_at = '${at}' where id = '${id}'`, /forgotten_is_forgotten/)
})
