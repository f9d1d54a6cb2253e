import { hashOf, newToken } from '#platform/ids.ts'
import type { AllTables } from '../../src/tables.ts'
import type { World } from '../world.ts'
import { type Row, rowOf } from './row-of.ts'

/** The report that is published, its parts, and the link of an organisation that has not answered the survey. */
export async function yearPlaces(world: World): Promise<Row> {
  const { year = '' } = await rowOf(
    world,
    `select year_report.year from year_report join survey on survey.year = year_report.year
      where year_report.state = 'published'`,
  )
  const asked = await rowOf(
    world,
    `select survey_asked.id from survey_asked join survey on survey.id = survey_id
      where has_answered = 0 and closed_at is null order by survey_asked.id`,
  )
  const token = newToken()
  const link = { token_hash: hashOf(token), asked_id: asked['id'] ?? '' }
  await world.database
    .as<AllTables>()
    .insertInto('survey_link')
    .values({ ...link, created_at: world.clock.now, replaced_at: null })
    .execute()
  return {
    '/years/:year': `/years/${year}`,
    '/parts/:part': '/parts/foreword',
    '/survey/:token': `/survey/${token}`,
  }
}
