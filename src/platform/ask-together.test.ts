import { deepEqual, equal, rejects } from 'node:assert/strict'
import { test } from 'node:test'
import { setImmediate as nextRound } from 'node:timers/promises'
import { askTogether } from './ask-together.ts'

const handle = {}

test('a question that many ask in the same instant is asked once, and again for whoever comes later', async () => {
  let asked = 0
  const ask = async (): Promise<number> => {
    asked += 1
    const number = asked
    await nextRound()
    return number
  }
  const first = Promise.all(Array.from({ length: 5 }, () => askTogether(handle, 'seats left', ask)))
  const other = askTogether(handle, 'something else', ask)
  const otherHandle = askTogether({}, 'seats left', ask)
  // The first question is asked when nobody comes any more; by then the answer may be old for whoever comes later.
  while (asked < 3) await nextRound()
  const late = askTogether(handle, 'seats left', ask)
  deepEqual(await first, [3, 3, 3, 3, 3])
  deepEqual([await other, await otherHandle, await late], [1, 2, 4])
})

test('an error reaches everybody who asked, and the next one asks anew', async () => {
  let asked = 0
  const ask = (): Promise<string> => {
    asked += 1
    return asked === 1 ? Promise.reject(new Error('no answer')) : Promise.resolve('yes')
  }
  const both = [askTogether(handle, 'is it full', ask), askTogether(handle, 'is it full', ask)]
  for (const one of both) await rejects(one, /no answer/)
  equal(await askTogether(handle, 'is it full', ask), 'yes')
})
