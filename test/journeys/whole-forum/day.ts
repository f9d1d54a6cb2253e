import { equal, match } from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { systemClock } from '#platform/time.ts'
import { inDatabase } from '../in-database.ts'
import { letItBegin } from '../moving-time.ts'
import { fill, follow, press, sees, tick } from '../visitor.ts'
import { at, type Forum, linkTo, look, others } from './cast.ts'
import { questions } from './tables.ts'

/** Of twenty-four people two do not come; somebody comes whom nobody expected, and gets a table. */
export async function atTheDoor(forum: Forum): Promise<void> {
  const { page, t } = forum.bo
  letItBegin(forum.platform.file, at(forum, forum.bo))
  await page.goto(at(forum, forum.bo, '/door'))
  await look(page)
  await letIn(forum, forum.karin.name)
  // The others pass another door, where somebody else stands.
  inDatabase(forum.platform.file, (database) => {
    const away = others.slice(-2).map(({ name }) => name)
    const change = `update sign_up set checked_in_at = ?
      where event_id = ? and checked_in_at is null and state = 'seat' and name not in (?, ?)`
    database.prepare(change).run(systemClock(), forum.event, ...away)
  })
  await page.getByText(t('door.walk-in')).first().click()
  await fill(page, { name: 'Gun' })
  await tick(page, 'capacity', 'resident')
  if (await page.locator('[name="anyway"]:visible').count()) await tick(page, 'anyway', 'yes')
  await press(page, t('door.walk-in-button'))
  await sees(page, t('door.answer.welcome', { name: 'Gun' }))

  await page.goto(at(forum, forum.bo, '/seating/door'))
  await look(page)
  await sees(page, t('reseating.missing', { count: 2 }))
  await sees(page, t('reseating.came', { count: 1 }))
  await press(page, t('reseating.propose'))
  await page.getByRole('button', { name: t('reseating.take') }).waitFor()
  await press(page, t('reseating.take'))
  await sees(page, t('reseating.to-wall'))
  equal(seatsOf(forum, 'Gun'), 2)
  await follow(page, t('reseating.to-wall'))
  await look(page)
}

async function letIn({ bo: { page, t } }: Forum, name: string): Promise<void> {
  await fill(page, { q: name })
  await press(page, t('door.search-button'))
  await page.getByRole('button', { name: `${t('door.check-in')} ${name}` }).click()
  await sees(page, t('door.answer.welcome', { name }))
}

const seatsOf = ({ platform, event }: Forum, name: string): number =>
  inDatabase(platform.file, (database) =>
    Number(
      database
        .prepare(
          `select count(*) as seats from table_seat join sign_up on sign_up.id = sign_up_id
            where sign_up.event_id = ? and name = ?`,
        )
        .get(event, name)?.['seats'],
    ),
  )

/** The wall hangs in the hall, and the first round begins on it. Returns the projector and its address. */
export async function beginRound(forum: Forum): Promise<{ wall: Page; address: string }> {
  const { page, t } = forum.bo
  await page.goto(at(forum, forum.bo, '/rounds'))
  await look(page)
  await fill(page, { label: 'Projektorn' })
  await press(page, t('forum-day.link.make'))
  const address = (await page.locator('.steward-link a').getAttribute('href')) ?? ''
  const wall = await forum.browsers.visitor({ script: forum.script })
  await wall.goto(address)
  await press(page, t('forum-day.button.start-round', { number: 1, of: 2 }))
  await sees(page, questions[0][t.language])
  await hasOn(forum, wall, Object.values(questions[0]))
  match((await wall.locator('.stage-time').textContent()) ?? '', /^(20:00|19:\d\d)$/)
  await look(wall)
  return { wall, address }
}

/** The wall shows these by itself; without script it asks again every quarter of a minute, here at once. */
export async function hasOn({ script }: Forum, wall: Page, words: readonly string[]): Promise<void> {
  if (!script) await wall.reload()
  for (const one of words) await sees(wall, one)
}

/** The organizer turns the wall to what the tables write. */
export async function showCards({ bo: { page, t } }: Forum): Promise<void> {
  await press(page, t('forum-day.wall.showing.cards'))
  await page.locator('[value="cards"][aria-pressed="true"]').waitFor()
}

/** The gong: a new round with its question, on the wall and on everybody's phone. */
export async function nextRound(forum: Forum, wall: Page): Promise<void> {
  const { page, t } = forum.bo
  await page.goto(at(forum, forum.bo, '/rounds'))
  await press(page, t('forum-day.wall.showing.now'))
  await page.locator('[value="now"][aria-pressed="true"]').waitFor()
  await press(page, t('forum-day.button.start-round', { number: 2, of: 2 }))
  await sees(page, questions[1][t.language])
  await hasOn(forum, wall, Object.values(questions[1]))
  const { amal } = forum
  await amal.page.reload()
  await sees(amal.page, amal.t('your-tables.state.now'))
  await sees(amal.page, questions[1][amal.t.language])
}

/** Somebody says what they will do themselves, reads it on the wall, and can take it back by a link of theirs. */
export async function promise(forum: Forum, wall: Page, address: string): Promise<void> {
  const { amal } = forum
  const { page, t } = amal
  const own = new URL(address).pathname.replace('/sv/', '/en/')
  await page.goto(`${own}/commitments`)
  await look(page)
  await page
    .getByRole('link', { name: t('forum-day.commitments.open-form') })
    .first()
    .click()
  await look(page)
  const words = 'I will lend out our studio on Tuesdays.'
  await fill(page, { words, email: amal.address, name: amal.name })
  await tick(page, 'show', 'yes')
  await tick(page, 'remind', 'yes')
  await wall.goto(`${address}/commitments`)
  await press(page, t('forum-day.promise.send'))
  await sees(page, t('forum-day.own.kept'))
  await hasOn(forum, wall, [words])
  await page.goto(await linkTo(forum, amal.address, '/my-commitment/'))
  await look(page)
  await press(page, t('forum-day.own.confirm'))
  await page.getByRole('button', { name: t('forum-day.own.no-reminder') }).waitFor()
}
