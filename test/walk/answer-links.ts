import { hashOf, newId, newToken } from '#platform/ids.ts'
import type { AllTables } from '../../src/tables.ts'
import type { World } from '../world.ts'
import { type Row, rowOf } from './row-of.ts'
import { yearPlaces } from './year-places.ts'

/** The places of the yearly reports, a receiver's link to answer by, and the link of somebody who was at the tables to hear no more of answers. */
export async function answerLinks(world: World): Promise<Row> {
  const db = world.database.as<AllTables>()
  const [answer, stop, step] = [newToken(), newToken(), newToken()]
  const created_at = world.clock.now
  const waiting = await rowOf(
    world,
    `select recommendation.id from recommendation
      left join answer on answer.recommendation_id = recommendation.id
      where handed_over_on is not null and answer.id is null order by number`,
  )
  const link = { id: newId(), recommendation_id: waiting['id'] ?? '', token_hash: hashOf(answer), created_at }
  await db
    .insertInto('answer_link')
    .values({ ...link, made_by: null, ended_at: null, ended_because: null })
    .execute()
  const { id = '' } = await rowOf(world, `select id from sign_up where state = 'seat'`)
  const news = { token_hash: hashOf(stop), sign_up_id: id, created_at, stopped_at: null }
  await db.insertInto('answer_news_link').values(news).execute()
  const given = await rowOf(world, `select id from answer order by recorded_at`)
  await db
    .insertInto('answer_step_link')
    .values({ token_hash: hashOf(step), answer_id: given['id'] ?? '', created_at })
    .execute()
  return {
    ...(await yearPlaces(world)),
    '/answers/steps/:token': `/answers/steps/${step}`,
    '/answers/stop/:token': `/answers/stop/${stop}`,
    '/answers/:token': `/answers/${answer}`,
  }
}
