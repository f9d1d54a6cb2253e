import { equal } from 'node:assert/strict'
import { newId } from '#platform/ids.ts'
import type { Page } from 'playwright-core'
import { inDatabase } from '../in-database.ts'
import { fill, type Guest, press, sees, tick } from '../visitor.ts'
import { at, type Forum, look, send } from './cast.ts'
import { hasOn } from './day.ts'

/** Every table gets a link, as a sheet to lay on it. Returns their paths, without language. */
export async function handOutLinks(forum: Forum): Promise<string[]> {
  const { page, t } = forum.bo
  await page.goto(at(forum, forum.bo, '/table-notes'))
  await press(page, t('table-notes.links.make'))
  await page.getByText(t('table-notes.links.each')).waitFor()
  await look(page)
  await page.goto(at(forum, forum.bo, '/table-notes/sheet'))
  await look(page)
  return inDatabase(forum.platform.file, (database) =>
    database
      .prepare(
        `select token from table_link join forum_table on forum_table.id = table_id
          where table_link.event_id = ? order by number`,
      )
      .all(forum.event),
  ).map((row) => `/table/${String(row['token'])}`)
}

async function openTable({ page, t }: Guest, path: string): Promise<void> {
  await page.goto(`/${t.language}${path}`)
  await page.locator('#table-ready').waitFor({ state: 'visible' })
}

async function write({ page, t }: Guest, kind: string, words: string): Promise<void> {
  await tick(page, 'kind', kind)
  await fill(page, { words })
  await press(page, t('table-notes.form.keep'))
  await cardOn(page, words).first().waitFor()
}

const cardOn = (page: Page, words: string) => page.locator('#table-cards .note-words').getByText(words)

async function change({ page, t }: Guest, from: string, to: string): Promise<void> {
  const card = page.locator('#table-cards > li').filter({ hasText: from }).first()
  await card.getByRole('link', { name: t('table-notes.card.change') }).click()
  await fill(page, { words: to })
  await press(page, t('table-notes.form.keep-change'))
  await cardOn(page, to).first().waitFor()
}

const insight = 'Salarna står tomma på kvällen.'
export const proposals = [
  'Låt varje förening få en egen nyckel till skolans sal.',
  'Varje förening ska få en egen nyckel till salen.',
  'Ge varje förening en egen nyckel till skolans salar.',
]
const offline = 'Un banco de llaves en cada barrio.'

/**
 * The host and the note taker of the first table write on a phone each. Lucía's loses the net: she changes a card that
 * Karin changes too, and writes another. When it is back, both words stand side by side, and the wall has the new card.
 */
export async function twoPhones(forum: Forum, path: string, wall: Page): Promise<void> {
  const { karin, lucia } = forum
  await Promise.all([openTable(karin, path), openTable(lucia, path)])
  await look(karin.page)
  await write(karin, 'insight', insight)
  await cardOn(lucia.page, insight).first().waitFor()

  await lucia.page.context().setOffline(true)
  await change(lucia, insight, 'Salarna står tomma på kvällen och helgen.')
  await write(lucia, 'proposal', offline)
  await sees(lucia.page, lucia.t('table-notes.device.offline', { count: 2 }))
  await change(karin, insight, 'Salarna står tomma hela sommaren.')
  await write(karin, 'proposal', proposals[0] ?? '')
  await hasOn(forum, wall, [proposals[0] ?? ''])
  equal(await wall.getByText(offline).count(), 0)
  await lucia.page.reload()
  await cardOn(lucia.page, offline).first().waitFor()

  await lucia.page.context().setOffline(false)
  await hasOn(forum, wall, [offline])
  for (const { page } of [karin, lucia]) {
    for (const words of [offline, 'hela sommaren', 'kvällen och helgen', proposals[0] ?? ''])
      await cardOn(page, words).first().waitFor()
    equal(await page.locator('#table-cards > li').count(), 3)
  }
  await press(karin.page, karin.t('table-notes.apart.split'))
  await lucia.page.locator('#table-cards > li').nth(3).waitFor()
}

/** The same by forms alone: written, changed, taken away and fetched back. */
export async function onePhoneByForms(forum: Forum, path: string, wall: Page): Promise<void> {
  const { karin } = forum
  const { page, t } = karin
  await page.goto(`/${t.language}${path}`)
  await write(karin, 'insight', insight)
  await change(karin, insight, 'Salarna står tomma hela sommaren.')
  await write(karin, 'proposal', proposals[0] ?? '')
  await press(page, t('table-notes.card.remove'))
  await sees(page, t('table-notes.did.removed'))
  await page.locator('summary').getByText(t('table-notes.away')).click()
  await press(page, t('table-notes.card.bring-back'))
  await page.locator('#table-cards > li').nth(1).waitFor()
  await hasOn(forum, wall, [proposals[0] ?? ''])
}

/** Two other tables propose nearly the same, each in words of its own. */
export async function othersWrite(forum: Forum, paths: readonly string[]): Promise<void> {
  for (const [index, path] of paths.slice(1, 3).entries()) {
    const words = proposals[index + 1] ?? ''
    const fields = { kind: 'proposal', words, whoCould: 'Fastighetskontoret', round: '1', language: 'sv' }
    await send(forum, `/sv${path}`, { ...fields, do: 'write', card: newId(), nonce: newId() })
  }
}
