import { deepEqual, equal, match } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { plus } from '#platform/time.ts'
import { aMember, anEvent } from '../../../test/cast.ts'
import { aDialogue, fourStatements } from '../../../test/dialogue-cast.ts'
import { type Answer, firstNoon, freshWorld, type Visitor, type World } from '../../../test/world.ts'
import type { Db } from '../tables.ts'

let world: World
let dialogue: Awaited<ReturnType<typeof aDialogue>>
before(async () => {
  world = await freshWorld()
  const by = await aMember(world.database, 'Bo', 'city')
  const event = await anEvent(world.database, plus(firstNoon, { days: 30 }))
  dialogue = await aDialogue(world.database, event, { by, at: firstNoon })
})
after(() => world.close())

const db = (): Db => world.database.as()
const at = (rest = ''): string => `/sv/dialogue/${dialogue.slug}${rest}`
const statementOn = (page: Answer): string => page.root.querySelector('#statement')?.textContent.trim() ?? ''
const votes = () => db().selectFrom('vote').selectAll().orderBy('at').execute()

async function past(visitor: Visitor, page: Answer): Promise<Answer> {
  return visitor.press(page, 'Hoppa över')
}

test('somebody without an account votes on one statement at a time, and is asked for their sector once', async () => {
  const visitor = await world.visitor()
  const first = await visitor.open(at())
  match(first.text, /4 påståenden att ta ställning till/)
  equal(first.headers.get('set-cookie'), null)
  const second = await visitor.press(first, 'Håller med')
  match(second.text, /Vad deltar du som\?/)
  let page = await past(visitor, second)
  const asked = [statementOn(first)]
  for (const words of ['Håller inte med', 'Avstår', 'Håller med']) {
    asked.push(statementOn(page))
    page = await visitor.press(page, words)
  }
  deepEqual(asked.toSorted(), fourStatements.toSorted())
  match(page.text, /Klart! Tack/)
  deepEqual(
    (await votes()).map((one) => one.vote),
    [1, -1, 0, 1],
  )
})
