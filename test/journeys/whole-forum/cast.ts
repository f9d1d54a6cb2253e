import { equal } from 'node:assert/strict'
import type { Page } from 'playwright-core'
import type { Language } from '#platform/language.ts'
import { type Words, wordsFor } from '#platform/words.ts'
import type { Capacity } from '#programme/tables.ts'
import type { Installation } from '../bed.ts'
import type { Browsers } from '../browsers.ts'
import { begin, publishEvent, timesFor } from '../coordinator.ts'
import { inDatabase } from '../in-database.ts'
import { noTroubles } from '../look.ts'
import { type Guest, press } from '../visitor.ts'
import { systemClock } from '#platform/time.ts'

/** An organizer at work: in which language is theirs to choose. */
export interface Office {
  page: Page
  t: Words
}

/** One forum, from its theme to the answer, and those whom the story follows. */
export interface Forum {
  platform: Installation
  browsers: Browsers
  script: boolean
  /** The city's coordinator, who organizes it, and that of civil society. */
  bo: Office
  amina: Office
  /** Karin leads the first table, Lucía takes notes there, Amal sits somewhere in the room. */
  karin: Guest
  amal: Guest
  lucia: Guest
  event: string
  /** The event's address for everybody, without its language. */
  path: string
}

interface Setting {
  platform: Installation
  browsers: Browsers
  script: boolean
  /** What the two coordinators read. */
  bo: Language
  amina: Language
}

/** A new installation with its two coordinators, a forum in a week's programme, and three phones. */
export async function prepare(setting: Setting): Promise<Forum> {
  const { platform, browsers, script } = setting
  const desk = await browsers.visitor({ language: setting.bo, script })
  await begin(desk, platform.said())
  const other = await browsers.visitor({ language: setting.amina, script })
  await other.goto((await platform.letters.next('amina@example.org')).link('/sign-in/with/'))
  await press(other, wordsFor('sv')('people.open.button'))
  const made = await publishEvent(desk, timesFor(systemClock()), 30, 'dialogforum')
  const event = made.split('/').at(-1) ?? ''
  const guest = async (language: Language, name: string): Promise<Guest> => ({
    ...{ page: await browsers.visitor({ language, script, width: 360 }), t: wordsFor(language), name },
    ...{ address: `${name.toLowerCase()}@example.org`, link: '' },
  })
  return {
    ...{ platform, browsers, script, event, path: pathOf(platform, event) },
    bo: { page: desk, t: wordsFor(setting.bo) },
    amina: { page: other, t: wordsFor(setting.amina) },
    ...{ karin: await guest('sv', 'Karin'), amal: await guest('en', 'Amal') },
    lucia: await guest('es', 'Lucia'),
  }
}

const pathOf = ({ file }: Installation, event: string): string =>
  inDatabase(
    file,
    (database) =>
      `/events/${String(database.prepare('select slug from event where id = ?').get(event)?.['slug'])}`,
  )

/** An address of the office, in the language of whoever works there. */
export const at = ({ event }: Forum, { t }: Office, rest = ''): string =>
  `/${t.language}/office/events/${event}${rest}`

/** An address for everybody, as this guest would open it. */
export const open = ({ page, t }: Guest, path: string) => page.goto(`/${t.language}${path}`)

/** Sends a form as a browser would, for all those whom the story does not follow. */
export async function send(
  { platform: { url } }: Forum,
  path: string,
  fields: Record<string, string>,
): Promise<void> {
  const answer = await fetch(`${url}${path}`, {
    ...{ method: 'POST', redirect: 'manual', headers: { Origin: url } },
    body: new URLSearchParams(fields),
  })
  if (answer.status !== 303) throw new Error(`${path} answers ${answer.status}: ${await answer.text()}`)
}

const looked = new Set<string>()

/** What a page is, whichever row of the database it is about. */
const kindOf = (page: Page): string =>
  new URL(page.url()).pathname
    .replace(/^\/(sv|en|es)\//, '/')
    .replaceAll(/[\da-f]{8}-[\da-f-]{27}/g, ':id')
    .replaceAll(/\w{40,}/g, ':token')

/** Looks at each kind of page once, by turns on a phone and on a desk: is it one that everybody can use? */
export async function look(page: Page): Promise<void> {
  const kind = kindOf(page)
  if (looked.has(kind)) return
  looked.add(kind)
  const before = page.viewportSize()
  const width = looked.size % 2 === 0 ? 1280 : 360
  await page.setViewportSize({ width, height: 800 })
  await noTroubles(page)
  equal(
    Number(await page.evaluate('document.scrollingElement.scrollWidth')),
    width,
    `${kind} is as wide as the screen`,
  )
  if (before) await page.setViewportSize(before)
}

const sectors: readonly Capacity[] = ['civil-society', 'civil-servant', 'elected']

/** Twenty-one people whom the story does not follow; with Karin, Amal and Lucía they are twenty-four. */
export const others = (
  'Adam Berit Cecilia David Elsa Farid Greta Hanna Ines Jonas Kim ' +
  'Lena Maja Nils Olga Pia Rana Sven Tove Ulla Viktor'
)
  .split(' ')
  .map((name, index) => ({
    name,
    email: `${name.toLowerCase()}@example.org`,
    capacity: sectors[index % sectors.length] ?? 'resident',
  }))

/** The address in the next letter to somebody that has one like it; others may have come before. */
export async function linkTo({ platform }: Forum, address: string, path: string): Promise<string> {
  for (;;) {
    const letter = await platform.letters.next(address)
    if (letter.text.includes(path)) return letter.link(path)
  }
}
