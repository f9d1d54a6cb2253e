import { rejects } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { newId } from '#platform/ids.ts'
import { type FreshDatabase, freshDatabase } from '../../../test/bed.ts'
import { aMember } from '../../../test/cast.ts'

const at = '2026-11-23T11:00:00.000Z'

let bed: FreshDatabase
let by: string
let number = 0

before(async () => {
  bed = await freshDatabase()
  by = (await aMember(bed.db, 'Bo', 'city')).id
})
after(() => bed.close())

const run = (query: string) => sql.raw(query).execute(bed.db.as())
const refused = (query: string, words: RegExp) => rejects(() => run(query), words)

async function asked(isConfirmed = true): Promise<string> {
  const id = newId()
  number += 1
  const confirmed = isConfirmed ? `'${at}', '2026-11-30'` : 'null, null'
  await run(
    'insert into contact_question (id, number, language, email, words, sent_at, confirmed_at, answer_due_on) ' +
      `values ('${id}', ${number}, 'sv', 'ebba@example.org', 'Hiss?', '${at}', ${confirmed})`,
  )
  return id
}

const answer = (id: string) =>
  `insert into contact_answer (question_id, words, at, by_person) values ('${id}', 'Ja', '${at}', '${by}')`
const close = (id: string, kind = 'question') =>
  'insert into inbox_closing (id, batch_id, kind, item_id, reason, by_person, at) ' +
  `values ('${newId()}', 'b', '${kind}', '${id}', 'advertising', '${by}', '${at}')`

test('a question has one answer, and neither of them changes', async () => {
  const id = await asked()
  await run(answer(id))
  await refused(answer(id), /unique|duplicate/i)
  await refused(`update contact_answer set words = 'Nej' where question_id = '${id}'`, /never changes/)
  await refused(`delete from contact_answer where question_id = '${id}'`, /never changes/)
  await refused(`update contact_question set words = 'Annat' where id = '${id}'`, /as it was asked/)
  await refused(`update contact_question set answered_at = null where id = '${id}'`, /as it was asked/)
  await refused(
    `update contact_question set answer_due_on = '2027-01-01' where id = '${id}'`,
    /as it was asked/,
  )
  await refused(`delete from contact_question where id = '${id}'`, /stays|foreign key/i)
})

test('nothing is answered that did not reach the office, and nothing counts as answered without an answer', async () => {
  const unconfirmed = await asked(false)
  await refused(answer(unconfirmed), /what was asked is answered/)
  await refused(
    `update contact_question set answered_at = '${at}' where id = '${unconfirmed}'`,
    /as it was asked/,
  )
  await run(`delete from contact_question where id = '${unconfirmed}'`)
})

test('only what nobody has answered is put aside, once, and it is put back and never taken away', async () => {
  const id = await asked()
  await run(close(id))
  await refused(close(id), /unique|duplicate/i)
  await refused(`delete from inbox_closing where item_id = '${id}'`, /put back/)
  await refused(`update inbox_closing set reason = 'abuse' where item_id = '${id}'`, /put back/)
  await run(`update inbox_closing set undone_at = '${at}', undone_by = '${by}' where item_id = '${id}'`)
  await refused(
    `update inbox_closing set undone_at = null, undone_by = null where item_id = '${id}'`,
    /put back/,
  )
  await run(answer(id))
  await refused(close(id), /nobody has answered/)
  await refused(close(newId(), 'pledge'), /nobody has answered/)
  await refused(close(await asked(), 'idea'), /check|constraint/i)
})
