import { equal, match, ok } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { found } from '#platform/errors.ts'
import { aMember } from '../../../test/cast.ts'
import { aForum } from '../../../test/table-cast.ts'
import { type Answer, firstNoon, freshWorld, type Visitor, type World } from '../../../test/world.ts'
import { leastRepeatsBeside } from '../seating/bounds.ts'
import type { Db } from '../tables.ts'
import { loadForum } from './load-forum.ts'

let world: World
let db: Db
let bo: Visitor
before(async () => {
  world = await freshWorld()
  db = world.database.as()
  bo = await world.visitor((await aMember(world.database, 'Bo', 'city')).id)
})
after(() => world.close())

const at = (eventId: string, more = ''): string => `/sv/office/events/${eventId}/seating${more}`
const forumOf = async (eventId: string) => found(await loadForum(db, eventId), 'seating')

async function propose(eventId: string): Promise<Answer> {
  await bo.send(at(eventId, '/propose'), { seconds: '0.05' })
  for (let turn = 0; turn < 200; turn += 1) {
    const page = await bo.open(at(eventId, '/working'))
    if (!page.path.endsWith('/working')) return page
    await wait(50)
  }
  throw new Error('the work does not end')
}

/** Twelve who meet three others in each of four rounds: 72 meetings of 66 pairs. */
const crowded = () => aForum(world.database, firstNoon, { rounds: 4 })

test('beside the repeats stands how few there can be: after a proposal, and after a move by hand', async () => {
  const { eventId } = await crowded()
  const board = await propose(eventId)
  match(board.text, /vid samma bord igen\. (Färre går inte|Minst 6 går inte att undvika)/)
  const { schedule, seating } = await forumOf(eventId)
  const [person = '', other = ''] = [schedule[0]?.[0]?.[0], schedule[0]?.[1]?.[0]]
  const seen = String(seating.version)
  await bo.send(at(eventId, '/move'), { person, round: '1', to: `p${other}`, seen, anyway: 'yes' })
  match(
    (await bo.open(at(eventId))).text,
    /vid samma bord igen\. (Färre går inte|Minst 6 går inte att undvika)/,
  )
})

test('the bound is for tables as they are filled, and no plan goes below it', async () => {
  const { eventId } = await crowded()
  await propose(eventId)
  const { problem, schedule } = await forumOf(eventId)
  equal(leastRepeatsBeside(problem, schedule), 6)
  const [[one = [], two = [], three = []] = []] = schedule
  const wider = { ...problem, tables: problem.tables.map((table) => ({ ...table, seats: 6 })) }
  const uneven = [[[...one, ...two.slice(2)], two.slice(0, 2), three], ...schedule.slice(1)]
  ok(leastRepeatsBeside(wider, uneven) < 6)
})

test('a rule broken by hand is said with the move that broke it, and the move that mends it names it', async () => {
  const { eventId, signUps } = await crowded()
  const [first = '', second = ''] = signUps
  await db
    .updateTable('sign_up')
    .set({ organisation_name: 'Kolonin' })
    .where('id', 'in', [first, second])
    .execute()
  await propose(eventId)
  const before = await forumOf(eventId)
  const home = before.schedule[0]?.find((ids) => ids.includes(first)) ?? []
  const guest = home.find((id) => id !== first) ?? ''
  const seen = String(before.seating.version)
  await bo.send(at(eventId, '/move'), { person: second, round: '1', to: `p${guest}`, seen, anyway: 'yes' })
  const board = await bo.open(at(eventId))
  const [notice] = board.root.querySelectorAll('.notice').filter((one) => /håller placeringen/.test(one.text))
  match(
    notice?.text ?? '',
    /är från samma organisation och sitter ihop vid bord \d.*Det blev så .*Bo lät Person/s,
  )
  match(notice?.text ?? '', /Flytta Person 001 i runda 1/)
  match(board.text, /Med allt som ska hållas blir det minst 7\./)
  const move = await bo.open(at(eventId, `/move?round=1&person=${second}`))
  match(move.text, /som är från samma organisation, sitter inte längre ihop vid bord \d/)
  match(move.text, /Bord \d: byt med Person/)
})

test('shown seats are proposed anew only with the tick beside the button, where the refusal stands', async () => {
  const { eventId } = await crowded()
  await propose(eventId)
  await bo.send(at(eventId, '/show'), { shown: 'yes' })
  const page = await bo.open(at(eventId))
  const box = page.root.querySelector('#field-sure')
  equal(box?.hasAttribute('required'), true)
  equal(box?.hasAttribute('autofocus'), false)
  const refused = await bo.send(at(eventId, '/propose'), { another: 'yes' })
  equal(refused.status, 409)
  const [again, mistake] = ['#field-sure', '#field-sure-mistake'].map((one) =>
    refused.root.querySelector(one),
  )
  equal(again?.hasAttribute('autofocus'), true)
  match(again?.getAttribute('aria-describedby') ?? '', /field-sure-mistake/)
  match(mistake?.text ?? '', /har sett sina platser/)
})
