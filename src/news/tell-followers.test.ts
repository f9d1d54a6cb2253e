import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { after, before, test } from 'node:test'
import { promisify } from 'node:util'
import type { Member } from '#platform/http.ts'
import type { Language } from '#platform/language.ts'
import { newId } from '#platform/ids.ts'
import { json, transact } from '#platform/db.ts'
import { htmlIn, textIn } from '#platform/mail/index.ts'
import { record } from '#platform/record.ts'
import { projectRoot } from '#platform/root.ts'
import { type Instant, plus } from '#platform/time.ts'
import { type FreshDatabase, freshDatabase } from '../../test/bed.ts'
import { aMember, anEvent } from '../../test/cast.ts'
import { createAnnouncement } from './save-announcement.ts'
import { publishAnnouncement, takeDownAnnouncement } from './publish-announcement.ts'
import type { Db } from './tables.ts'
import { tellFollowers } from './tell-followers.ts'

const now: Instant = '2026-11-23T11:00:00.000Z'
const url = (language: string, path: string) => `https://example.org/${language}${path}`

let bed: FreshDatabase
let db: Db
let amina: Member

before(async () => {
  bed = await freshDatabase()
  db = bed.db.as()
  amina = await aMember(bed.db, 'Amina', 'civil-society')
})
after(() => bed.close())

interface Wish {
  language?: Language
  series?: string | null
  confirmed?: Instant | null
}

async function follower(name: string, { language = 'sv', series = null, confirmed = now }: Wish = {}) {
  const email = `${name}@example.org`
  const row = { id: newId(), email, language, series_id: series, asked_at: now, confirmed_at: confirmed }
  await db
    .insertInto('subscription')
    .values({ ...row, ended_at: null })
    .execute()
  return row.id
}

async function announce(at: Instant, title = { sv: 'Nytt', es: 'Nuevo' }): Promise<string> {
  const words = {
    title,
    lead: { sv: 'Ingress' },
    body: {},
    picture_alt: {},
    remove_picture: undefined,
    seen: '',
  }
  const id = await createAnnouncement(db, amina, { words, picture: null }, { now: at, uploads: bed.folder })
  equal(await publishAnnouncement(db, amina, id, at), null)
  return id
}

const mailsAbout = (id: string) =>
  db.selectFrom('mail').selectAll().where('about', '=', id).orderBy('to_address').execute()

type MailRow = Awaited<ReturnType<typeof mailsAbout>>[number]
const said = (mail: MailRow | undefined): string => (mail ? textIn(mail) : '')

const toldAbout = async (id: string) => (await mailsAbout(id)).map((mail) => mail.to_address)

test('everybody who follows the news is told once, in their language, and never twice', async () => {
  await follower('ada')
  await follower('eva', { language: 'es' })
  await follower('unconfirmed', { confirmed: null })
  const id = await announce(plus(now, { minutes: 1 }))
  await follower('late', { confirmed: plus(now, { minutes: 2 }) })
  for (const minutes of [2, 3, 4]) await tellFollowers(db, plus(now, { minutes }), { url })
  const mails = await mailsAbout(id)
  deepEqual(
    mails.map(({ to_address, subject }) => `${to_address}: ${subject}`),
    ['ada@example.org: Nytt', 'eva@example.org: Nuevo'],
  )
  match(said(mails[1]), /https:\/\/example\.org\/es\/news\/nytt/)
  const [, token] = /\/sv\/news\/unsubscribe\/(\w{40})$/.exec(mails[0]?.unsubscribe_url ?? '') ?? []
  ok(token && mails[0] && said(mails[0]).includes(token) && htmlIn(mails[0]).includes(token))
})

test('two processes that tell at once, in batches of three, tell everybody once', async () => {
  const names = Array.from({ length: 10 }, (_, index) => `many-${index}`)
  for (const name of names) await follower(name)
  const at = plus(now, { minutes: 10 })
  const id = await announce(at, { sv: 'Många', es: 'Muchos' })
  await Promise.all([toldByAProcess(at), toldByAProcess(at)])
  const told = await toldAbout(id)
  deepEqual(told, [...new Set(told)])
  deepEqual(
    told.filter((one) => one.startsWith('many')),
    names.map((name) => `${name}@example.org`),
  )
  equal(told.length, 13)
})

/** A process of its own that tells, as the platform's own processes do. */
async function toldByAProcess(at: Instant): Promise<void> {
  const place = JSON.stringify(bed.url ? { url: bed.url } : { file: bed.file })
  const program = `
    import { tellFollowers } from '#news/index.ts'
    import { openDatabase } from '#platform/db.ts'
    const database = openDatabase(${place})
    const url = (language, path) => 'https://example.org/' + language + path
    await tellFollowers(database.as(), '${at}', { url, batchMax: 3 })
    await database.close()`
  const options = ['--import', 'tsx', '--input-type=module', '--eval', program]
  await promisify(execFile)(process.execPath, options, { cwd: projectRoot, timeout: 60_000 })
}

test('a telling that was stopped between two batches goes on where it was', async () => {
  const at = plus(now, { minutes: 20 })
  const id = await announce(at, { sv: 'Stopp', es: 'Alto' })
  const failing = { url: failingAfter(5), batchMax: 3 }
  await tellFollowers(db, at, failing).then(
    () => ok(false, 'it must have been stopped'),
    () => undefined,
  )
  equal((await toldAbout(id)).length, 3)
  await tellFollowers(db, at, { url, batchMax: 3 })
  const told = await toldAbout(id)
  equal(told.length, 13)
  deepEqual(told, [...new Set(told)])
})

/** Fails as a process fails that is stopped in the midst of a batch. */
function failingAfter(calls: number): typeof url {
  let left = calls * 2
  return (language, path) => {
    left -= 1
    if (left < 0) throw new Error('stopped')
    return url(language, path)
  }
}

test('whoever has ended is not told, and nobody is told of what was taken down at once', async () => {
  const ended = await follower('ended')
  await db.updateTable('subscription').set({ email: null, ended_at: now }).where('id', '=', ended).execute()
  const at = plus(now, { minutes: 30 })
  const shown = await announce(at, { sv: 'Visas', es: 'Visible' })
  const down = await announce(at, { sv: 'Visas ej', es: 'Oculto' })
  equal(await takeDownAnnouncement(db, amina, down, at), null)
  await tellFollowers(db, at, { url })
  equal((await toldAbout(shown)).includes('ended@example.org'), false)
  deepEqual(await toldAbout(down), [])
  equal(await publishAnnouncement(db, amina, down, plus(at, { minutes: 1 })), null)
  await tellFollowers(db, plus(at, { minutes: 2 }), { url })
  deepEqual(await toldAbout(down), [])
})

test('those who follow a series are told of its next event, and nobody else; nor of one that was cancelled', async () => {
  const at = plus(now, { minutes: 40 })
  const event = await anEvent(bed.db, plus(now, { days: 20 }), { title: json({ sv: 'Höstens kurs' }) })
  const other = await anEvent(bed.db, plus(now, { days: 21 }), {
    cancelled_at: at,
    cancel_reason: '{"sv":"x"}',
  })
  for (const [name, about] of [
    ['course', event],
    ['gone', other],
  ] as const) {
    const { series_id } = await db
      .selectFrom('event')
      .select('series_id')
      .where('id', '=', about)
      .executeTakeFirstOrThrow()
    await follower(name, { series: series_id, language: 'en' })
  }
  for (const about of [event, other]) {
    await transact(db, (tx) => record(tx, { what: 'event-published', by: amina.id, about, at }))
  }
  await tellFollowers(db, at, { url })
  await tellFollowers(db, plus(at, { minutes: 1 }), { url })
  const mails = await mailsAbout(event)
  deepEqual(
    mails.map(({ to_address }) => to_address),
    ['course@example.org'],
  )
  equal(mails[0]?.subject, 'En serie: Höstens kurs')
  match(said(mails[0]), /https:\/\/example\.org\/en\/invitations\/\w{40}\n/)
  deepEqual(await toldAbout(other), [])
})
