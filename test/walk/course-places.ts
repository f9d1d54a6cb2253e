import { hashOf, newToken } from '#platform/ids.ts'
import type { AllTables } from '../../src/tables.ts'
import type { World } from '../world.ts'

/** A course whose call is open, and somebody of another who has a certificate, with a link of their own. */
export async function coursePlaces(world: World): Promise<Record<string, string>> {
  const db = world.database.as<AllTables>()
  const { now } = world.clock
  const course = await db
    .selectFrom('course')
    .select(['id', 'slug'])
    .where('opens_at', '<=', now)
    .where('closes_at', '>', now)
    .executeTakeFirstOrThrow()
  const certificate = await db
    .selectFrom('course_certificate')
    .innerJoin('course_application', 'course_application.id', 'application_id')
    .select(['number', 'application_id'])
    .where('email', 'is not', null)
    .orderBy('number')
    .executeTakeFirstOrThrow()
  const token = newToken()
  const link = { token_hash: hashOf(token), application_id: certificate.application_id, created_at: now }
  await db.insertInto('course_link').values(link).execute()
  return {
    '/courses/:slug': `/courses/${course.slug}`,
    '/courses/:course': `/courses/${course.id}`,
    '/certificates/:number': `/certificates/${certificate.number}`,
    '/applications/:token': `/applications/${token}`,
  }
}
