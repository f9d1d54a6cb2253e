import { newToken } from '#platform/ids.ts'
import { localDate, localTime, plus, systemClock } from '#platform/time.ts'
import { inDatabase } from '../in-database.ts'
import { fill, follow, type Guest, press, sees, tick } from '../visitor.ts'
import { at, type Forum, look, open, others, send } from './cast.ts'

/** What the organizers begin with: two on which most agree, and some that part people in two. */
const seeds = [
  ['sv', 'Skolornas salar ska lånas ut på kvällarna.'],
  ['en', 'Every neighbourhood needs a room that is open to all.'],
  ['es', 'Las reservas deben hacerse en una sola página.'],
  ['sv', 'Föreningar ska betala samma hyra i hela staden.'],
  ['sv', 'Nycklar ska kunna hämtas dygnet runt.'],
  ['sv', 'Idrotten ska få välja sina tider först.'],
  ['sv', 'Ungdomar under femton ska få boka själva.'],
  ['sv', 'Biblioteken borde vara obemannade efter åtta.'],
  ['sv', 'Den som städar själv ska slippa avgiften.'],
] as const

/** The organizer writes a theme down, some statements to begin with, and opens it. Returns its id. */
export async function openTheme(forum: Forum): Promise<string> {
  const { page, t } = forum.bo
  await page.goto(at(forum, forum.bo))
  await look(page)
  await follow(page, t('dialogue.office.link'))
  await look(page)
  await follow(page, t('dialogue.office.new'))
  const last = plus(systemClock(), { hours: 5 })
  await fill(page, { 'title.sv': 'Lokaler för alla', 'title.en': 'Rooms for all' })
  await fill(page, {
    'title.es': 'Locales para todos',
    last_day: localDate(last),
    last_time: localTime(last),
  })
  await look(page)
  await press(page, t('dialogue.edit.save'))
  await sees(page, t('dialogue.office.secret'))
  const theme = new URL(page.url()).pathname
  for (const [language, words] of seeds.slice(0, 3)) {
    await fill(page, { words })
    await page.locator('[name="language"]').selectOption(language)
    await press(page, t('dialogue.seed.add'))
    await sees(page, words)
  }
  for (const [language, words] of seeds.slice(3))
    await page.request.post(`${theme}/seeds`, {
      ...{ form: { words, language }, headers: { Origin: forum.platform.url }, maxRedirects: 0 },
    })
  await page.goto(theme)
  await look(page)
  await press(page, t('dialogue.office.open'))
  await sees(page, t('dialogue.office.close'))
  return theme.split('/').at(-1) ?? ''
}

/** What each of the three would add: one of them says nothing that anybody could answer. */
const written = {
  sv: 'Det ska finnas en vaktmästare att ringa.',
  en: 'Rooms should be free for children on Sundays.',
  es: 'Mi vecino Pérez es insoportable.',
}

/** From the forum's page to the theme, through all its statements, and one more that was missing. */
export async function sayWhatOneThinks(forum: Forum, guest: Guest, by: 'thumb' | 'keys'): Promise<void> {
  const { page, t } = guest
  await open(guest, forum.path)
  await look(page)
  await follow(page, t('dialogue.part.go'))
  await look(page)
  await voteOnAll(guest, by)
  await look(page)
  await follow(page, t('dialogue.write.link'))
  await look(page)
  await fill(page, { words: written[t.language] })
  await press(page, t('dialogue.write.send'))
  await sees(page, t('dialogue.done.sent'))
  await open(guest, new URL(page.url()).pathname.replace(/^\/\w\w/, '') + '/votes')
  await look(page)
}

async function voteOnAll({ page, t }: Guest, by: 'thumb' | 'keys'): Promise<void> {
  for (let votes = 0; votes < 40; votes += 1) {
    await page.locator('#vote').waitFor()
    await page.waitForLoadState('domcontentloaded')
    const [sector, statement] = [
      page.locator('#vote [name="capacity"]'),
      page.locator('#vote [name="statement"]'),
    ]
    if ((await sector.count()) > 0) {
      await look(page)
      await tick(page, 'capacity', 'resident')
      await press(page, t('dialogue.sector.save'))
      await sector.first().waitFor({ state: 'detached' })
    } else if ((await statement.count()) > 0) {
      const asked = await statement.inputValue()
      if (by === 'keys') {
        await page.locator('[data-keys]').waitFor()
        await page.keyboard.press(String((votes % 3) + 1))
      } else
        await page
          .locator('#vote button[name="vote"]')
          .nth(votes % 2)
          .click()
      await page.locator(`#vote [name="statement"][value="${asked}"]`).waitFor({ state: 'detached' })
    } else return sees(page, t('dialogue.end.title'))
  }
}

/** The organizer reads what came in: two are shown, one is turned down with a reason that its writer sees. */
export async function moderate(forum: Forum, theme: string): Promise<void> {
  const { page, t } = forum.bo
  const desk = at(forum, forum.bo, `/dialogue/${theme}`)
  for (const words of [written.sv, written.en]) {
    await page.goto(desk)
    await follow(page, words)
    await look(page)
    await press(page, t('dialogue.statement.show-it'))
    await sees(page, t('dialogue.office.done.decided'))
  }
  await follow(page, written.es)
  await fill(page, { reason: 'Trata de una persona.' })
  await press(page, t('dialogue.statement.turn-down-waiting'))
  await sees(page, t('dialogue.office.done.decided'))
  const { lucia } = forum
  await open(lucia, `/dialogue/${slugOf(forum)}/you`)
  await sees(lucia.page, 'Trata de una persona.')
  await look(lucia.page)
}

const slugOf = ({ platform, event }: Forum): string =>
  inDatabase(platform.file, (database) =>
    String(database.prepare('select slug from dialogue where event_id = ?').get(event)?.['slug']),
  )

/** All the others vote at once, each with a browser of their own: half of them this way, half the other. */
export async function theTownVotes(forum: Forum): Promise<void> {
  const page = `/sv/dialogue/${slugOf(forum)}`
  const statements = inDatabase(forum.platform.file, (database) =>
    database.prepare("select id from statement where state = 'shown' order by number").all(),
  ).map((row) => String(row['id']))
  await Promise.all(
    others.map(async ({ capacity }, person) => {
      const me = newToken()
      for (const [index, statement] of statements.entries())
        await send(forum, page, { me, statement, vote: opinion(person, index) })
      await send(forum, `${page}/sector`, { me, capacity })
    }),
  )
}

const opinion = (person: number, statement: number): string => {
  const agrees = statement < 3 || (statement + person) % 2 === 0
  return agrees === ((person * 5 + statement * 3) % 13 !== 0) ? 'agree' : 'disagree'
}

/** The theme is closed and its map shown; whoever likes reads it, in their language. */
export async function showMap(forum: Forum, theme: string): Promise<void> {
  const { page, t } = forum.bo
  await page.goto(at(forum, forum.bo, `/dialogue/${theme}`))
  await press(page, t('dialogue.office.close'))
  await sees(page, t('dialogue.office.done.closed'))
  await page.goto(at(forum, forum.bo, `/dialogue/${theme}/map`))
  await look(page)
  await press(page, t('opinions.show.press'))
  await sees(page, t('opinions.export.title'))
}

/** Looks again until the program has drawn the map, as a reader would. */
export async function readMap(forum: Forum, guest: Guest): Promise<void> {
  const { page, t } = guest
  await open(guest, `/dialogue/${slugOf(forum)}/map`)
  for (let times = 0; times < 60 && (await page.locator('svg.opinions').count()) === 0; times += 1) {
    await page.waitForTimeout(250)
    await page.reload()
  }
  await sees(page, t('opinions.list.agreed'))
  await sees(page, t('opinions.list.bridges-sectors'))
  await look(page)
}
