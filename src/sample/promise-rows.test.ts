import { equal, ok } from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { standingsOf, thisYear } from '#programme/index.ts'
import { filledYear } from '../../test/filled-year.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'malmoandan-sample-'))
after(() => rmSync(dataDir, { recursive: true, force: true }))

const statesOn = async (now: string, yearsAgo: number) => {
  const { db, close } = await filledYear(now, dataDir)
  const lines = await standingsOf(db, thisYear(now) - yearsAgo, now)
  await close()
  return lines.flatMap(({ series, state, reason }) =>
    state === 'without-number' ? [] : [`${series.key}: ${state}${reason ? ', and why' : ''}`],
  )
}

test('in the autumn there is a promise that is kept, one that is planned and one at risk', async () => {
  const states = await statesOn('2026-11-23T14:00:00.000Z', 0)
  for (const line of ['dialogforum: kept', 'lunch-and-learn: at-risk', 'information-sessions: planned'])
    ok(states.includes(line), states.join('\n'))
})

test('one promise of the year before was missed, and everybody can read why', async () => {
  for (const now of ['2026-11-23T14:00:00.000Z', '2026-07-14T20:00:00.000Z', '2028-06-01T09:00:00.000Z']) {
    const states = await statesOn(now, 1)
    ok(states.includes('lunch-and-learn: missed, and why'), states.join('\n'))
    ok(states.includes('dialogforum: kept'), states.join('\n'))
  }
})

test('whatever the day, nothing of last year is left unexplained', async () => {
  for (const now of ['2027-01-20T09:00:00.000Z', '2027-03-28T01:30:00.000Z', '2028-02-29T09:00:00.000Z']) {
    const unexplained = (await statesOn(now, 1)).filter((line) => line.endsWith('missed'))
    equal(unexplained.join(), '', now)
  }
})
