import { equal, ok } from 'node:assert/strict'
import { openDatabase } from '#platform/db.ts'
import { aSignUp } from '../../cast.ts'
import { inDatabase } from '../in-database.ts'
import { fill, follow, type Guest, press, sees, seesInTheEnd, signUp, tick } from '../visitor.ts'
import { at, type Forum, look, open, others } from './cast.ts'

/** Three sign up on their phones, each in their language; all the others have done so already. */
export async function peopleSignUp(forum: Forum): Promise<void> {
  const { karin, amal, lucia, platform } = forum
  await Promise.all(
    [karin, amal, lucia].map(async (guest) => {
      await open(guest, forum.path)
      await signUp(guest, platform.letters, 'seat', { capacity: 'resident' })
    }),
  )
  const database = openDatabase({ file: platform.file })
  for (const one of others) await aSignUp(database, forum.event, one)
  await database.close()
}

export const questions = [
  {
    sv: 'Hur blir salarna öppna för fler?',
    en: 'How can the rooms be opened to more people?',
    es: '¿Cómo se abren las salas a más gente?',
  },
  { sv: 'Vem ska ha nyckeln?', en: 'Who should have the key?', es: '¿Quién debe tener la llave?' },
] as const

/** One question from what the map shows, and one of the organizers' own. */
export async function askTheTables(forum: Forum): Promise<void> {
  const { page, t } = forum.bo
  const list = at(forum, forum.bo, '/table-questions')
  await page.goto(list)
  await look(page)
  await page.locator('[name="from"]').first().check()
  await press(page, t('table-questions.from.make'))
  for (const [index, { sv, en, es }] of questions.entries()) {
    if (index > 0) await follow(page, t('table-questions.from.own'))
    await fill(page, { 'words.sv': sv, 'words.en': en, 'words.es': es })
    await look(page)
    await press(page, t('table-questions.edit.save'))
    await page.locator('.table-questions .asked').nth(index).waitFor()
  }
}

/** Four tables, two rounds, a host at each table; one press proposes who sits where. */
export async function seatEverybody(forum: Forum): Promise<void> {
  const { page, t } = forum.bo
  await page.goto(at(forum, forum.bo, '/seating'))
  await fill(page, { tables: '4', seats: '7', rounds: '2', minutes: '20' })
  await look(page)
  await press(page, t('seating.setup.button'))
  await follow(page, t('seating.link.rounds'))
  for (const number of [1, 2])
    await page.locator(`[name="question-${number}"]`).selectOption({ index: number })
  await look(page)
  await press(page, t('seating.save'))
  await follow(page, t('seating.link.tables'))
  await fill(page, { 'name-1': 'Hamnen' })
  await look(page)
  await press(page, t('seating.save'))
  await followPart(forum)
  await page.goto(at(forum, forum.bo, '/seating'))
  await press(page, t('seating.propose'))
  await seesInTheEnd(page, t('seating.worth.title'))
  await look(page)
  equal(await page.locator('#board .seating-table').count(), 4)
}

/** Karin is made a host on a page of hers; the other tables have theirs by the same form. */
async function followPart(forum: Forum): Promise<void> {
  const { page, t } = forum.bo
  const people = at(forum, forum.bo, '/seating/people')
  const tables = tablesOf(forum)
  await page.goto(people)
  await look(page)
  await follow(page, forum.karin.name)
  await tick(page, 'part', 'host')
  await page.locator('[name="table"]').selectOption(tables[0] ?? '')
  await look(page)
  await press(page, t('seating.save'))
  await page.waitForURL(`**${people}`)
  const headers = { Origin: forum.platform.url }
  for (const [index, table] of tables.slice(1).entries()) {
    const form = new URLSearchParams({ part: 'host', speaks: 'sv', table, rounds: '1' })
    form.append('rounds', '2')
    const person = signUpOf(forum, others[index]?.name ?? '')
    const answer = await page.request.post(`${people}/${person}`, {
      ...{ data: form.toString(), maxRedirects: 0 },
      headers: { ...headers, 'Content-Type': 'application/x-www-form-urlencoded' },
    })
    equal(answer.status(), 303)
  }
}

const tablesOf = ({ platform, event }: Forum): string[] =>
  inDatabase(platform.file, (database) =>
    database.prepare('select id from forum_table where event_id = ? order by number').all(event),
  ).map((row) => String(row['id']))

const signUpOf = ({ platform, event }: Forum, name: string): string =>
  inDatabase(platform.file, (database) =>
    String(
      database.prepare('select id from sign_up where event_id = ? and name = ?').get(event, name)?.['id'],
    ),
  )

/** Somebody is moved by keyboard, with the effect read before it is saved; a table is locked; everybody may see. */
export async function moveAndShow(forum: Forum): Promise<void> {
  const { page, t } = forum.bo
  const name = others.at(-1)?.name ?? ''
  await page.locator('#board').getByRole('link', { name }).focus()
  await page.keyboard.press('Enter')
  await look(page)
  const choice = page.locator('.lined-list a[href*="/seating/move"]').first()
  await choice.focus()
  await page.keyboard.press('Enter')
  await page.locator('#preview').waitFor()
  const anyway = page.locator('#preview [name="anyway"]')
  if ((await anyway.count()) > 0) await anyway.check()
  await page.locator('#preview button').focus()
  await page.keyboard.press('Enter')
  await page.locator('#board').waitFor()
  await press(page, t('seating.lock-table'))
  await page
    .getByRole('button', { name: t('seating.unlock-table') })
    .first()
    .waitFor()
  await press(page, t('seating.show'))
  await sees(page, t('seating.shown'))
  await page.goto(at(forum, forum.bo, '/seating/print'))
  await look(page)
  for (const print of ['signs', 'cards', 'list', 'hosts']) {
    await page.goto(at(forum, forum.bo, `/seating/print/${print}`))
    await look(page)
  }
}

/** From the link in the mail to the table, on a phone. Returns the number of the first one. */
export async function readOwnTables(guest: Guest): Promise<number> {
  const { page, t, link } = guest
  await page.goto(link)
  await look(page)
  await follow(page, t('your-tables.link'))
  const first = page.locator('.own-table-number').first()
  const text = (await first.textContent()) ?? ''
  await look(page)
  const number = Number(/\d+/.exec(text)?.[0])
  ok(number >= 1 && number <= 4, text)
  return number
}
