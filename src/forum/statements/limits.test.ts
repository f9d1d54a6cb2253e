import { deepEqual, equal, match } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { hashOf, newToken } from '#platform/ids.ts'
import type { Member } from '#platform/http.ts'
import { plus } from '#platform/time.ts'
import { aMember, anEvent } from '../../../test/cast.ts'
import { aDialogue } from '../../../test/dialogue-cast.ts'
import { lastMailTo } from '../../../test/people-cast.ts'
import { firstNoon, freshWorld, type World } from '../../../test/world.ts'
import type { Db } from '../tables.ts'
import { castVote } from './cast-vote.ts'
import { newVotersPerNetwork, votersKnownDays, votesPerVoter } from './dialogue.rules.ts'
import { forgetVoters } from './forget-voters.ts'

let world: World
let db: Db
let by: Member
let eventId: string
before(async () => {
  world = await freshWorld()
  db = world.database.as()
  by = await aMember(world.database, 'Bo', 'city')
  eventId = await anEvent(world.database, plus(firstNoon, { days: 60 }))
})
after(() => world.close())

const open = () => aDialogue(world.database, eventId, { by, at: world.clock.now })
type Opened = Awaited<ReturnType<typeof open>>

function votesOf({ id, statements }: Opened, from: string, tokens: readonly string[]) {
  const casting = { dialogueId: id, statementId: statements[0] ?? '', vote: 1 as const }
  const comer = { language: 'sv' as const, from, now: world.clock.now }
  return Promise.all(tokens.map((token) => castVote(db, { ...casting, ...comer, tokenHash: hashOf(token) })))
}

const tokens = (count: number): string[] => Array.from({ length: count }, () => newToken())
const counted = (all: readonly unknown[]) => all.filter((one) => one === null).length

test('a room of 300 is welcome from one network, a machine that makes voters up is not', async () => {
  const dialogue = await open()
  const known = tokens(300)
  equal(counted(await votesOf(dialogue, 'hall', known)), 300)
  const more = await votesOf(dialogue, 'hall', tokens(newVotersPerNetwork.max))
  equal(counted(more), newVotersPerNetwork.max - 300)
  deepEqual([...new Set(more)].toSorted(), [null, 'too-many-people'].toSorted())
  // Whoever is known goes on, other networks are not touched, and an hour later the room is welcome again.
  equal(counted(await votesOf(dialogue, 'hall', known.slice(0, 5))), 5)
  equal(counted(await votesOf(dialogue, 'home', tokens(1))), 1)
  world.clock.now = plus(world.clock.now, { seconds: newVotersPerNetwork.windowSeconds + 60 })
  equal(counted(await votesOf(dialogue, 'hall', tokens(1))), 1)
})

test('nobody votes faster than anybody can read', async () => {
  const [dialogue, me] = [await open(), newToken()]
  const all = await votesOf(
    dialogue,
    'home',
    Array.from({ length: votesPerVoter.max + 3 }, () => me),
  )
  equal(counted(all), votesPerVoter.max)
  deepEqual([...new Set(all.filter((one) => one !== null))], ['too-fast'])
})

test('two weeks after the end nobody can be found behind a vote, and the votes stay', async () => {
  const [dialogue, visitor] = [await open(), await world.visitor()]
  const form = { statement: dialogue.statements[0] ?? '', vote: 'agree', me: newToken() }
  await visitor.send(`/sv/dialogue/${dialogue.slug}`, form)
  await visitor.send(`/sv/dialogue/${dialogue.slug}/you`, { email: 'ada@example.org' })
  const { link } = await lastMailTo(world, 'ada@example.org')
  await visitor.press(await visitor.open(link), 'Ja, fortsätt här')
  const voters = () =>
    db
      .selectFrom('voter')
      .select(['email', 'token_hash', 'forgotten_at'])
      .where('dialogue_id', '=', dialogue.id)
      .execute()
  const end = plus(world.clock.now, { days: 10 })
  await forgetVoters(db, plus(end, { days: votersKnownDays - 1 }))
  equal((await voters())[0]?.email, 'ada@example.org')
  await forgetVoters(db, plus(end, { days: votersKnownDays, minutes: 1 }))
  for (const { email, token_hash, forgotten_at } of await voters()) {
    equal(email, null)
    match(token_hash, /^forgotten /)
    match(String(forgotten_at), /^2/)
  }
  const left = await db
    .selectFrom('voter_link')
    .innerJoin('voter', 'voter.id', 'voter_id')
    .select('voter.id')
    .where('dialogue_id', '=', dialogue.id)
    .execute()
  deepEqual(left, [])
  const { agrees } = await db
    .selectFrom('statement')
    .select('agrees')
    .where('id', '=', form.statement)
    .executeTakeFirstOrThrow()
  equal(agrees, 1)
})

test('whoever wrote a statement and gave an address is mailed what became of it, with the reason', async () => {
  const [dialogue, visitor] = [await open(), await world.visitor()]
  const at = `/sv/dialogue/${dialogue.slug}`
  await visitor.send(at, { statement: dialogue.statements[0] ?? '', vote: 'agree', me: newToken() })
  await visitor.send(`${at}/you`, { email: 'eva@example.org' })
  const { link } = await lastMailTo(world, 'eva@example.org')
  await visitor.press(await visitor.open(link), 'Ja, fortsätt här')
  await visitor.send(`${at}/write`, { words: 'Alla hus ska ha ramp.', language: 'sv', despite: 'yes' })
  const mine = await db
    .selectFrom('statement')
    .select('id')
    .where('words', '=', 'Alla hus ska ha ramp.')
    .executeTakeFirstOrThrow()
  const office = await world.visitor(by.id)
  const desk = `/sv/office/events/${eventId}/dialogue/${dialogue.id}/statements/${mine.id}`
  await office.send(desk, { do: 'turn-down', reason: 'Det finns redan ett sådant.', seen: '' })
  const mail = await lastMailTo(world, 'eva@example.org')
  match(mail.text_body, /Alla hus ska ha ramp[^]*Det finns redan ett sådant/)
})
