import { hashOf, newId, newToken } from '#platform/ids.ts'
import type { AllTables } from '../../src/tables.ts'
import type { World } from '../world.ts'
import { focusPlaces } from './focus-places.ts'
import { type Row, rowOf } from './row-of.ts'

/** The plan in the making of the sample year, and links to it of each kind. */
export async function nextPlanPlaces(world: World): Promise<Row> {
  const of = (query: string): Promise<Row> => rowOf(world, query)
  const { id: successor_id = '', begun_by: sent_by = '' } = await of('select id, begun_by from successor')
  const paragraph = (await of('select id from draft_paragraph order by position'))['id'] ?? ''
  const db = world.database.as<AllTables>()
  const [mine, answer] = [newToken(), newToken()]
  await db
    .insertInto('consultation_comment')
    .values({
      ...{ id: newId(), successor_id, paragraph_id: paragraph, commitment_id: null, words: 'Gå' },
      ...{ language: 'sv', name: null, shows_name: 0, organisation: null, email: 'walker@example.org' },
      ...{ token_hash: hashOf(mine), asked_at: world.clock.now, confirmed_at: null, noticed: null },
    })
    .execute()
  const organisation_id = (await of('select id from organisation'))['id'] ?? ''
  const link = { token_hash: hashOf(answer), successor_id, organisation_id, language: 'sv' } as const
  await db
    .insertInto('carry_link')
    .values({ ...link, sent_at: world.clock.now, sent_by })
    .execute()
  const asked = await of(`select number from commitment
    join successor on successor.after_plan_id = commitment.plan_id order by number`)
  const theme = await of("select source_id from gathered where kind = 'theme'")
  const commitment = await of('select id from draft_commitment order by position')
  const comment = await of("select id from consultation_comment where state = 'shown'")
  return {
    ...(await focusPlaces(world, sent_by)),
    '/next-plan/commitments/:number': `/next-plan/commitments/${asked['number']}`,
    '/next-plan/gather/:source': `/next-plan/gather/theme.${theme['source_id']}`,
    '/next-plan/paragraphs/:paragraph': `/next-plan/paragraphs/${paragraph}`,
    '/next-plan/draft/:commitment': `/next-plan/draft/${commitment['id']}`,
    '/next-plan/comments/:comment': `/next-plan/comments/${comment['id']}`,
    '/next/comment/:part': `/next/comment/paragraph.${paragraph}`,
    '/next/mine/:token': `/next/mine/${mine}`,
    '/next/answer/:token': `/next/answer/${answer}`,
  }
}
