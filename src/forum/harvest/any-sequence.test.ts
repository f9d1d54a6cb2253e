import { deepEqual, equal } from 'node:assert/strict'
import { after, test } from 'node:test'
import fc from 'fast-check'
import { newId } from '#platform/ids.ts'
import { freshDatabase } from '../../../test/bed.ts'
import { aMember, anEvent } from '../../../test/cast.ts'
import { aCard, forumTables } from '../../../test/harvest-cast.ts'
import type { Db } from '../tables.ts'
import { takeApart, takeOut } from './change-group.ts'
import { joinCards } from './join-cards.ts'
import { loadHarvest } from './load-harvest.ts'

const bed = await freshDatabase()
after(() => bed.close())
const db: Db = bed.db.as()
const by = await aMember(bed.db, 'Bo', 'city')
const now = '2026-11-23T12:40:00.000Z'
const howMany = 6

async function aForum() {
  const eventId = await anEvent(bed.db, '2026-11-23T11:00:00.000Z')
  const [tableId = ''] = await forumTables(bed.db, eventId, 1)
  const cards: string[] = []
  for (let at = 0; at < howMany; at += 1)
    cards.push(await aCard(bed.db, { eventId, tableId, words: `Kort ${at}`, at: now }))
  return { cards, changing: { db, by, eventId, now } }
}

const some = fc.uniqueArray(fc.nat(howMany - 1), { maxLength: 4 })
const place = fc.nat(3)
const step = fc.oneof(
  fc.record({ do: fc.constantFrom('join' as const, 'keep' as const), some, place }),
  fc.record({ do: fc.constantFrom('add' as const, 'take-out' as const, 'apart' as const), some, place }),
  fc.record({ do: fc.constant('move' as const), some, place, to: place }),
)
type Step = typeof step extends fc.Arbitrary<infer One> ? One : never

/** Does a step, or is refused: both are right, as long as every card is somewhere, once. */
async function take({ cards, changing }: Awaited<ReturnType<typeof aForum>>, one: Step): Promise<void> {
  const card = one.some.flatMap((at) => cards[at] ?? [])
  if (one.do === 'join') await joinCards(changing, { do: 'join', id: newId(), card, title: 'T' }, 'sv')
  else if (one.do === 'keep') await joinCards(changing, { do: 'keep', card }, 'sv')
  else {
    const { groups } = await loadHarvest(db, changing.eventId)
    const at = (index: number): string => groups[index]?.id ?? ''
    if (one.do === 'add') await joinCards(changing, { do: 'add', card, group: at(one.place) }, 'sv')
    else if (one.do === 'apart') await takeApart(changing, at(one.place))
    else {
      // Half of what is asked for really lies there, so that moves are not all refused.
      const inside = groups[one.place]?.cards.map(({ id }) => id) ?? []
      const asked = one.some.length % 2 === 0 ? card : inside.slice(0, one.some.length)
      const to = one.do === 'move' ? at(one.to) : null
      await takeOut(changing, { from: at(one.place), cards: asked, to })
    }
  }
}

test('whatever is put together, taken out, moved and taken apart, every card is in one place, and no group is empty', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 12 }), async (steps) => {
      const forum = await aForum()
      for (const one of steps) {
        await take(forum, one)
        const { groups, loose } = await loadHarvest(db, forum.changing.eventId)
        const everywhere = [...loose, ...groups.flatMap((group) => group.cards)].map(({ id }) => id)
        deepEqual(everywhere.toSorted(), forum.cards.toSorted())
        equal(groups.filter((group) => group.cards.length === 0).length, 0)
      }
    }),
    { numRuns: 25 },
  )
})
