import { deepEqual, equal, ok } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { plus } from '#platform/time.ts'
import { type FreshDatabase, freshDatabase } from '../../../test/bed.ts'
import { aMember } from '../../../test/cast.ts'
import { aCourse, anApplication, standingIn } from '../../../test/course-cast.ts'
import type { Db } from '../tables.ts'
import { withdraw } from './answer-offer.ts'
import { applicationWithId, type ApplicationRow } from './applications.sql.ts'
import type { CourseRow } from './courses.sql.ts'
import { decideSelection } from './decide-selection.ts'
import { endCourseOffers } from './end-offers.ts'
import { selectionOf } from './propose.ts'

const now = '2026-11-23T11:00:00.000Z'
let bed: FreshDatabase
before(async () => void (bed = await freshDatabase()))
after(() => bed.close())

const lettersAt = (at: string) => ({
  now: at,
  url: (_language: string, path: string) => `https://x.example${path}`,
  organizer: { name: 'M', email: 'm@x.example' },
})
// Those who come to one handle stand in one line before the database is asked; another process has its own.
const otherProcess = (): Db => (bed.db.as() as Db).withoutPlugins()

/** Two places, both offered, and two substitutes who wait. */
async function decided(round: number): Promise<CourseRow> {
  const course = await aCourse(bed.db, now, { places: 2 })
  for (const name of ['A', 'B', 'C', 'D'])
    await anApplication(bed.db, course, { name, email: `${name.toLowerCase()}${round}@example.org` })
  const letters = lettersAt(plus(course.closes_at, { hours: 12 }))
  const bo = await aMember(bed.db, `Bo${course.slug}`, 'city')
  const { seen } = await selectionOf(bed.db.as(), course)
  equal(await decideSelection(otherProcess(), bo, course.id, seen, letters), null)
  return course
}

async function offered(course: CourseRow): Promise<ApplicationRow[]> {
  const db = otherProcess()
  const rows = await db
    .selectFrom('course_application')
    .select('id')
    .where('course_id', '=', course.id)
    .where('state', '=', 'offered')
    .orderBy('id')
    .execute()
  return Promise.all(rows.map(async ({ id }) => (await applicationWithId(db, id)) as ApplicationRow))
}

/** How often it was written down that an offer ran out, or that a substitute was offered a place. */
const happened = async (course: CourseRow): Promise<Record<string, number>> => {
  const rows = await otherProcess()
    .selectFrom('record')
    .select('what')
    .where('what', 'in', ['course-expired', 'course-declined', 'course-substitute-up'])
    .where('about', '=', course.id)
    .execute()
  const counted = Map.groupBy(rows, ({ what }) => what)
  return Object.fromEntries([...counted].map(([what, all]) => [what, all.length]))
}

/** Everybody at once: one declines in the last second, and two clocks find that time is up, each in a process of its own. */
async function race(course: CourseRow, handle: () => Db) {
  const [one] = await offered(course)
  if (!one) throw new Error('nobody was offered a place')
  await otherProcess()
    .updateTable('mail')
    .set({ state: 'sent', sent_at: now })
    .where('state', '=', 'waiting')
    .execute()
  const letters = lettersAt(one.offered_until ?? '')
  return Promise.allSettled([
    endCourseOffers(handle(), letters),
    withdraw(handle(), one, letters),
    endCourseOffers(handle(), letters),
  ])
}

test('two places fall free at once: each substitute is offered one, once, and everybody is told once', async () => {
  for (let round = 0; round < 5; round += 1) {
    const course = await decided(round)
    const results = await race(course, otherProcess)
    ok(results.every(({ status }) => status === 'fulfilled'))
    const { 'course-substitute-up': up, ...over } = await happened(course)
    deepEqual([up, Object.values(over).reduce((sum, count) => sum + count, 0)], [2, 2])
    equal(Object.values(await standingIn(bed.db, course)).filter((state) => state === 'offered').length, 2)
  }
})

test('without the lock on the course the race is lost on PostgreSQL, though never a place too many is given', async (t) => {
  if (bed.engine === 'sqlite')
    return t.skip('SQLite lets one writer in at a time, so it cannot show the difference')
  let lost = 0
  for (let round = 10; round < 20; round += 1) {
    const course = await decided(round)
    const results = await race(course, () => withoutLocks(otherProcess()))
    const counts = Object.values(await happened(course)).reduce((sum, count) => sum + count, 0)
    if (counts !== 4 || results.some(({ status }) => status === 'rejected')) lost += 1
    ok(Object.values(await standingIn(bed.db, course)).filter((state) => state === 'offered').length <= 2)
  }
  ok(lost > 0, 'somebody would have been told twice, or seen an error')
})

/** The same handle, except that `select … for update` takes no lock. */
function withoutLocks(db: Db): Db {
  return db.withPlugin({
    transformQuery: ({ node }) => {
      if (node.kind !== 'RawNode') return node
      return { ...node, sqlFragments: node.sqlFragments.map((part) => part.replace('for update', '')) }
    },
    transformResult: ({ result }) => Promise.resolve(result),
  })
}
