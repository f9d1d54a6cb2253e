import type { Db } from '../src/plan/tables.ts'
import { aMember, anOrganisation } from './cast.ts'
import { adoptedByAll, aPromise, committed, goalIds } from './plan-cast.ts'
import type { Visitor, World } from './world.ts'

/** Two coordinators, and a plan that ends with three unfinished commitments: the city's, both parties', an association's. */
export interface Cast {
  bo: Visitor
  mia: Visitor
  guest: Visitor
  goal: string
  draftGoal: string
  parties: string[]
  numbers: number[]
  addCommitment(owner: { organisation: string }): Promise<number>
}

export async function aMaking(world: World): Promise<Cast> {
  const db: Db = world.database.as()
  const bo = await aMember(world.database, 'Bo', 'city')
  const mia = await aMember(world.database, 'Mia', 'civil-society')
  const goals = await goalIds(world.database)
  await adoptedByAll(world.database, 1, [bo, mia], world.clock.now)
  const goal = goals.get(1) ?? ''
  const promise = async (given: Parameters<typeof aPromise>[1]): Promise<number> => {
    const asked = aPromise(goal, given)
    await committed(world.database, [bo, mia], asked, world.clock.now)
    const made = db.selectFrom('commitment').select('number').where('id', '=', asked.id)
    return (await made.executeTakeFirstOrThrow()).number
  }
  const club = await anOrganisation(world.database, 'Byalaget')
  await db
    .updateTable('organisation' as never)
    .set({ contact_email: 'byalaget@example.org' } as never)
    .where('id' as never, '=', club as never)
    .execute()
  const [city, civil] = [bo.party?.id ?? '', mia.party?.id ?? '']
  return {
    bo: await world.visitor(bo.id),
    mia: await world.visitor(mia.id),
    guest: await world.visitor(),
    ...{ goal, draftGoal: goals.get(2) ?? '', parties: [city, civil] },
    numbers: [
      await promise({ parties: [city] }),
      await promise({ parties: [city, civil], title: { sv: 'Två salar' } }),
      await promise({ organisationIds: [club], title: { sv: 'Nattvandra' } }),
    ],
    addCommitment: ({ organisation }) => promise({ organisationIds: [organisation] }),
  }
}
