import { deepEqual, equal, ok, rejects } from 'node:assert/strict'
import { test } from 'node:test'
import { planted } from '../../../test/opinion-map/planted.ts'
import { drawApart } from './draw-apart.ts'
import { opinionMap } from './opinion-map.ts'

const conversation = planted({ groups: [60, 50], statements: 30 })

test('the map that a thread draws is the same, it tells how far it is, and others get their turn meanwhile', async () => {
  const parts: number[] = []
  let turns = 0
  const others = setInterval(() => (turns += 1), 5)
  const map = await drawApart({ conversation, before: null }, { progress: (part) => parts.push(part) })
  clearInterval(others)
  deepEqual(map, opinionMap(conversation))
  ok(parts.length > 3 && parts.every((part, index) => part > (parts[index - 1] ?? 0)), parts.join())
  ok(turns > 5, `${turns} turns`)
})

test('drawing stops when it is told to, and does not begin when that was before', async () => {
  const stop = new AbortController()
  const progress = (): void => stop.abort(new Error('enough'))
  await rejects(drawApart({ conversation, before: null }, { progress, signal: stop.signal }), /enough/)
  await rejects(drawApart({ conversation, before: null }, { signal: stop.signal }), /enough/)
})

test('what goes wrong in the thread is told to whoever waits', async () => {
  const broken = { ...conversation, sectors: undefined } as unknown as typeof conversation
  await rejects(drawApart({ conversation: broken, before: null }), TypeError)
  equal(
    (await drawApart({ conversation: { ...conversation, votes: [] }, before: null })).verdict.kind,
    'too-few',
  )
})
