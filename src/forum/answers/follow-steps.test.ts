import { deepEqual, equal, ok, rejects } from 'node:assert/strict'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { NotFound } from '#platform/errors.ts'
import { newId } from '#platform/ids.ts'
import { textIn } from '#platform/mail/index.ts'
import { freshDatabase } from '../../../test/bed.ts'
import { aMember, anEvent } from '../../../test/cast.ts'
import { aPublishedNote } from '../../../test/forum-cast.ts'
import { handOverRecommendation } from '../hand-over-recommendation.ts'
import type { Db } from '../tables.ts'
import { writeRecommendation } from '../write-recommendation.ts'
import { answerByLink } from './answer-by-link.ts'
import { addressOf, answerTo } from './answers.sql.ts'
import { askAboutSteps, tellOutcome } from './follow-steps.ts'
import { forgetReceivers } from './remind-receivers.ts'

const bed = await freshDatabase()
after(() => bed.close())
const db: Db = bed.db.as()
const bo = await aMember(bed.db, 'Bo', 'city')
const now = '2026-11-23T11:40:00.000Z'
const url = (language: string, path: string): string => `https://example.org/${language}${path}`
const morning = (date: string) => ({ now: `${date}T07:30:00.000Z`, url })

/** A receiver who answered that they do something by a day, or by none. */
async function promised(nextBy: string | null) {
  const email = `${newId()}@example.org`
  const [event, id] = [await anEvent(bed.db, '2026-11-20T11:00:00.000Z'), newId()]
  const written = { id, text: { sv: 'Öppna skolgårdarna.' }, receiverName: 'Skolnämnden' }
  equal(await writeRecommendation(db, bo, event, written, now), null)
  await aPublishedNote(bed.db, event, { by: bo.id, at: now })
  const handOver = { handedOverOn: '2026-11-23', answerDueOn: '2027-01-12', email, language: 'sv' } as const
  const sent = await handOverRecommendation(db, bo, id, handOver, { now, url })
  ok(sent !== null && typeof sent === 'object')
  const form = { kind: 'accepted', words: 'Ja.', nextStep: 'Två skolor öppnar.', nextBy } as const
  const giver = { language: 'sv', name: 'Nina Ny', as: 'Ordförande', isShown: false } as const
  const answering = { token: sent.token ?? '', form: { ...form, ...giver } }
  equal(await answerByLink(db, answering, { now, url }), null)
  const asked = async () => {
    const mails = await db.selectFrom('mail').selectAll().where('to_address', '=', email).execute()
    return mails.flatMap((mail) => /answers\/steps\/(\w+)/.exec(textIn(mail))?.[1] ?? [])
  }
  return { id, asked }
}

test('on the promised day, and once, the receiver is asked what has become of it; who promised no day is not', async () => {
  const [one, other] = [await promised('2027-03-01'), await promised(null)]
  await askAboutSteps(db, morning('2027-02-28'))
  equal((await one.asked()).length, 0)
  for (const date of ['2027-03-01', '2027-03-01', '2027-03-09']) await askAboutSteps(db, morning(date))
  await Promise.all([askAboutSteps(db, morning('2027-03-10')), askAboutSteps(db, morning('2027-03-10'))])
  equal((await one.asked()).length, 1)
  equal((await other.asked()).length, 0)
})

test('what has become of it is told once, stands, and is shown with the answer', async () => {
  const { id, asked } = await promised('2027-03-01')
  await askAboutSteps(db, morning('2027-03-01'))
  const [token = ''] = await asked()
  const tell = (words: string) =>
    tellOutcome(db, { token, words, language: 'sv' }, '2027-03-02T08:00:00.000Z')
  const answers = await Promise.all([tell('Tre öppnade.'), tell('Tre öppnade.')])
  deepEqual(answers.map(String).toSorted(), ['null', 'told-already'])
  deepEqual((await answerTo(db, id))?.outcome, { sv: 'Tre öppnade.' })
  await rejects(tellOutcome(db, { token: 'nobodys', words: 'X', language: 'sv' }, now), NotFound)
  for (const statement of ["update answer_outcome set told_at = '2028-01-01'", 'delete from answer_outcome'])
    await rejects(sql.raw(statement).execute(db), /never changes/)
})

test('an address is kept until a month after the promised day, and then forgotten without asking', async () => {
  const { id, asked } = await promised('2027-06-01')
  await forgetReceivers(db, '2027-06-20T02:00:00.000Z')
  ok(await addressOf(db, id))
  await forgetReceivers(db, '2027-07-05T02:00:00.000Z')
  equal(await addressOf(db, id), undefined)
  await askAboutSteps(db, morning('2027-07-05'))
  equal((await asked()).length, 0)
})
