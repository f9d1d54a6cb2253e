import { deepEqual, equal, ok, rejects } from 'node:assert/strict'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { NotFound } from '#platform/errors.ts'
import { newId } from '#platform/ids.ts'
import { textIn } from '#platform/mail/index.ts'
import { plus } from '#platform/time.ts'
import { freshDatabase } from '../../../test/bed.ts'
import { aMember, anEvent, aSignUp } from '../../../test/cast.ts'
import { aPublishedNote } from '../../../test/forum-cast.ts'
import { handOverRecommendation } from '../hand-over-recommendation.ts'
import { recommendationWithId } from '../recommendations.sql.ts'
import { recordAnswer } from '../record-answer.ts'
import type { Db } from '../tables.ts'
import { writeRecommendation } from '../write-recommendation.ts'
import { answerByLink, type LinkAnswerForm } from './answer-by-link.ts'
import { addressOf, answerTo, linksTo } from './answers.sql.ts'
import { forgetReceivers, remindReceivers } from './remind-receivers.ts'
import { sendLink } from './send-link.ts'
import { tellOfAnswers } from './tell-of-answers.ts'

const bed = await freshDatabase()
after(() => bed.close())
const db: Db = bed.db.as()
const amina = await aMember(bed.db, 'Amina', 'civil-society')
const bo = await aMember(bed.db, 'Bo', 'city')
const startsAt = '2026-11-20T11:00:00.000Z'
const now = '2026-11-23T11:40:00.000Z'
const url = (language: string, path: string): string => `https://example.org/${language}${path}`
const letters = { now, url }
const address = 'namnden@example.org'

const form: LinkAnswerForm = {
  ...{ kind: 'partly', words: 'Vi prövar i vår.', nextStep: 'Två skolor öppnar.', nextBy: '2027-03-01' },
  ...{ language: 'sv', name: 'Nina Ny', as: 'Ordförande', isShown: false },
}

const mailsTo = (email: string) =>
  db.selectFrom('mail').selectAll().where('to_address', '=', email).orderBy('id').execute()

/** A recommendation that was handed over by mail, and the secret in it. */
async function handedOver(email = `${newId()}@example.org`) {
  const event = await anEvent(bed.db, startsAt)
  const id = newId()
  const written = { id, text: { sv: 'Öppna skolgårdarna.' }, receiverName: 'Skolnämnden' }
  equal(await writeRecommendation(db, bo, event, written, now), null)
  await aPublishedNote(bed.db, event, { by: bo.id, at: now })
  const handOver = { handedOverOn: '2026-11-23', answerDueOn: '2027-01-12', email, language: 'sv' } as const
  const sent = await handOverRecommendation(db, bo, id, handOver, letters)
  ok(sent !== null && typeof sent === 'object')
  return { event, id, email, token: sent.token }
}

const answer = (token: string, given: Partial<LinkAnswerForm> = {}, at = now) =>
  answerByLink(db, { token, form: { ...form, ...given } }, { now: at, url })

test('the receiver gets a link of their own by mail, answers once without an account, and the office is told', async () => {
  const { id, email, token } = await handedOver()
  const [mail] = await mailsTo(email)
  ok(mail && textIn(mail).includes(`/sv/answers/${token}`))
  equal(mail.confidential, 1)
  equal(await answer(token), null)
  const given = await answerTo(db, id)
  deepEqual(
    [given?.kind, given?.words, given?.next_step],
    ['partly', { sv: form.words }, { sv: form.nextStep }],
  )
  deepEqual([given?.given_as, given?.giver_is_shown], ['Ordförande', 0])
  equal(await answer(token, { kind: 'declined' }), 'already-answered')
  equal((await linksTo(db, id))[0]?.ended_because, 'answered')
  for (const one of [amina, bo]) ok((await mailsTo(one.email)).some(({ about }) => about === id))
  await rejects(answer('a-token-that-nobody-has'), NotFound)
})

test('of two colleagues who answer by the same link at once one is told that the answer stands', async () => {
  const { token } = await handedOver()
  const answers = await Promise.all([answer(token), answer(token, { kind: 'accepted' })])
  deepEqual(answers.map(String).toSorted(), ['already-answered', 'null'])
})

test('a new link ends the one before it; an answer that the office writes down ends both', async () => {
  const { id, token } = await handedOver()
  const sent = await sendLink(db, bo, id, { email: address, language: 'es' }, letters)
  ok(sent.refusal === null)
  equal(await answer(token), 'link-replaced')
  equal((await addressOf(db, id))?.email, address)
  const words = { kind: 'declined', words: { sv: 'Nej.' }, answeredOn: '2026-11-23' } as const
  equal(await recordAnswer(db, bo, id, words, now), null)
  equal(await answer(sent.token), 'already-answered')
  equal((await sendLink(db, bo, id, { email: address, language: 'sv' }, letters)).refusal, 'already-answered')
})

test('a receiver who is silent is reminded before and after the date, each time with a link that works', async () => {
  const { id, email, token } = await handedOver()
  const at = (date: string) => ({ now: `${date}T07:30:00.000Z`, url })
  for (const date of ['2026-12-01', '2027-01-05', '2027-01-06', '2027-01-13', '2027-01-13', '2027-02-02'])
    await remindReceivers(db, at(date))
  const mails = await mailsTo(email)
  equal(mails.length, 4, 'the first, and three reminders')
  const latest = mails.at(-1)
  const last = /\/sv\/answers\/(\w+)/.exec(latest ? textIn(latest) : '')?.[1] ?? ''
  ok(last && last !== token)
  equal(await answer(last, {}, '2027-02-03T08:00:00.000Z'), null)
  equal(await answer(token, {}, '2027-02-03T08:00:00.000Z'), 'already-answered')
  equal((await recommendationWithId(db, id))?.answer_kind, 'partly')
})

test('those who were at the tables hear of answers in one mail a week, until they say stop', async () => {
  const { event, token } = await handedOver()
  const [here, away] = [`${newId()}@example.org`, `${newId()}@example.org`]
  await aSignUp(bed.db, event, { email: here, checked_in_at: startsAt })
  await aSignUp(bed.db, event, { email: away })
  equal(await answer(token), null)
  await tellOfAnswers(db, { now: plus(now, { hours: 1 }), url })
  await tellOfAnswers(db, { now: plus(now, { hours: 2 }), url })
  const mails = await mailsTo(here)
  equal(mails.length, 1)
  equal((await mailsTo(away)).length, 0)
  ok(mails[0]?.unsubscribe_url?.includes('/sv/answers/stop/'))
})

test('where the link went is forgotten a month after the answer, and an unshown name after a year', async () => {
  const { id, token } = await handedOver()
  equal(await answer(token, { nextBy: null }), null)
  await forgetReceivers(db, plus(now, { days: 29 }))
  ok(await addressOf(db, id))
  await forgetReceivers(db, plus(now, { days: 32 }))
  equal(await addressOf(db, id), undefined)
  equal((await answerTo(db, id))?.giver_name, 'Nina Ny')
  await forgetReceivers(db, plus(now, { days: 366 }))
  equal((await answerTo(db, id))?.giver_name, null)
  equal((await answerTo(db, id))?.given_as, 'Ordförande')
})

test('the database itself lets nobody answer by a link that ended, nor by one to something else, nor change an answer', async () => {
  const [one, other] = [await handedOver(), await handedOver()]
  const link = (await linksTo(db, one.id))[0]?.id ?? ''
  const row = (recommendation: string, linkId: string | null) => ({
    ...{ id: newId(), recommendation_id: recommendation, kind: 'accepted' as const, words: '{"sv":"Ja"}' },
    ...{ answered_on: '2026-11-23', recorded_by: null, recorded_at: now, link_id: linkId, given_as: 'X' },
    next_by: null,
  })
  const insert = (values: ReturnType<typeof row>) => db.insertInto('answer').values(values).execute()
  await rejects(insert(row(other.id, link)), /open/)
  await rejects(insert({ ...row(one.id, null) }), /by_link_or_person|constraint/i)
  equal(await answer(one.token), null)
  const run = (statement: string) => sql.raw(statement).execute(db)
  await rejects(
    run(`update answer_link set ended_at = null, ended_because = null where id = '${link}'`),
    /once/,
  )
  await rejects(
    run(`update answer set kind = 'declined' where recommendation_id = '${one.id}'`),
    /never changes/,
  )
  const late = { id: newId(), token_hash: newId(), created_at: now, ended_at: null, ended_because: null }
  const more = { ...late, recommendation_id: one.id, made_by: null }
  await rejects(db.insertInto('answer_link').values(more).execute(), /not answered/)
})

test('an answer is kept in the language that they say they wrote in', async () => {
  const { id, token } = await handedOver()
  equal(await answer(token, { language: 'en', words: 'We will try.', nextStep: 'Two schools open.' }), null)
  const given = await answerTo(db, id)
  deepEqual([given?.words, given?.next_step], [{ en: 'We will try.' }, { en: 'Two schools open.' }])
})
