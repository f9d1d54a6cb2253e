import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { filledYear } from '../../test/filled-year.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'malmoandan-dialogues-'))
const { db, close } = await filledYear('2026-11-23T14:00:00.000Z', dataDir)
after(async () => {
  await close()
  rmSync(dataDir, { recursive: true, force: true })
})

test('the map of the past forum has groups, and statements that bring together and divide; the other is not shown', async () => {
  const maps = await db
    .selectFrom('dialogue')
    .leftJoin('dialogue_map', 'dialogue_map.dialogue_id', 'dialogue.id')
    .select(['slug', 'shown', 'shown_of', 'shown_at'])
    .orderBy('slug')
    .execute()
  const [past, coming] = maps
  assert.deepEqual([past?.slug, coming?.slug, coming?.shown], ['efter-skolan', 'lokaler-for-alla', null])
  assert.equal(past?.shown?.verdict, 'groups')
  assert.equal(past.shown_of, past.shown_at)
  assert.ok(past.shown.bridgesGroups.length >= 3 && past.shown.dividesGroups.length >= 3)
})

test('questions of tables come from statements that do what is said of them', async () => {
  const { shown } = await db.selectFrom('dialogue_map').select('shown').executeTakeFirstOrThrow()
  const sources = await db
    .selectFrom('forum_question_source')
    .innerJoin('statement', 'statement.id', 'statement_id')
    .select(['because', 'number'])
    .execute()
  const numbers = { bridging: shown?.bridgesGroups ?? [], dividing: shown?.dividesGroups ?? [] }
  assert.ok(sources.length >= 4)
  for (const { because, number } of sources)
    assert.ok(
      because && numbers[because].some(({ statement }) => statement === number),
      `${because} ${number}`,
    )
})
