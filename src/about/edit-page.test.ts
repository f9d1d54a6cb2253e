import { deepEqual, equal } from 'node:assert/strict'
import { after, test } from 'node:test'
import { found } from '#platform/errors.ts'
import type { PeopleTables } from '#people/tables.ts'
import type { LimitTables } from '#platform/limits.ts'
import type { MailTables } from '#platform/mail/index.ts'
import type { RecordTables } from '#platform/record.ts'
import { plus } from '#platform/time.ts'
import { aMember } from '../../test/cast.ts'
import { freshDatabase } from '../../test/bed.ts'
import { editPage, type PageForm } from './edit-page.ts'
import { loadPages } from './load-pages.ts'
import { pagesInOrder, pageWithKey } from './pages.sql.ts'
import type { AboutTables } from './tables.ts'

const bed = await freshDatabase()
const db = bed.db.as<AboutTables & PeopleTables & RecordTables & MailTables & LimitTables>()
after(() => bed.close())
const now = '2026-11-23T11:00:00.000Z'
const later = plus(now, { minutes: 5 })

test('the pages are loaded once, in three languages and in their order', async () => {
  await loadPages(db, now)
  const keys = (await pagesInOrder(db)).map((page) => page.key)
  deepEqual(keys, [
    'about',
    'be-a-part',
    'office',
    'history',
    'partners',
    'contact',
    'accessibility',
    'privacy',
    'source',
  ])
  for (const { key, menu } of await pagesInOrder(db)) equal(Object.keys(menu).length, 3, key)
})

test('of two who edit at once the second is told, and what the first wrote stays', async () => {
  const amina = await aMember(bed.db, 'Amina', 'civil-society')
  const bo = await aMember(bed.db, 'Bo', 'city')
  const page = found(await pageWithKey(db, 'contact'), 'page')
  const formOf = (lead: string): PageForm => ({ ...page, lead: { sv: lead }, seen: page.changed_at })
  const answers = await Promise.all([
    editPage(db, amina, page, formOf('Aminas ord'), later),
    editPage(db, bo, page, formOf('Bos ord'), plus(later, { seconds: 1 })),
  ])
  deepEqual(answers.toSorted(), ['changed-meanwhile', null].toSorted())
  const kept = found(await pageWithKey(db, 'contact'), 'page')
  deepEqual(kept.lead, { sv: answers[0] === null ? 'Aminas ord' : 'Bos ord' })
  deepEqual(kept.title, page.title)
  const written = await db.selectFrom('record').select('what').where('about', '=', page.id).execute()
  deepEqual(written, [{ what: 'page-changed' }])
})

test('loading again leaves a page as the coordinators wrote it', async () => {
  const before = await pageWithKey(db, 'contact')
  await loadPages(db, plus(later, { days: 1 }))
  deepEqual(await pageWithKey(db, 'contact'), before)
  equal((await pagesInOrder(db)).length, 9)
})
