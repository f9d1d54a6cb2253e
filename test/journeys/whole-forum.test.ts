import { deepEqual } from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { install } from './bed.ts'
import { openBrowsers } from './browsers.ts'
import { answerByLink, handOver, harvest, publish, readAnswer, sendDraft } from './whole-forum/after.ts'
import { type Forum, prepare } from './whole-forum/cast.ts'
import { atTheDoor, beginRound, nextRound, promise, showCards } from './whole-forum/day.ts'
import { handOutLinks, onePhoneByForms, othersWrite, twoPhones } from './whole-forum/notes.ts'
import {
  askTheTables,
  moveAndShow,
  peopleSignUp,
  readOwnTables,
  seatEverybody,
} from './whole-forum/tables.ts'
import { moderate, openTheme, readMap, sayWhatOneThinks, showMap, theTownVotes } from './whole-forum/theme.ts'

/** A forum of twenty-four people at four tables, from what people think to who answers, with as much script as is said. */
for (const [script, bo, amina, receiver] of [
  [true, 'sv', 'sv', 'es'],
  [false, 'en', 'es', 'sv'],
] as const) {
  test(`a whole forum, from its theme to an answer, with script switched ${script ? 'on' : 'off'}`, async (t) => {
    const platform = await install()
    const browsers = await openBrowsers(platform.url)
    try {
      const forum = await prepare({ platform, browsers, script, bo, amina })
      await before(t, forum)
      await theDay(t, forum)
      await afterwards(t, forum, receiver)
      deepEqual(browsers.complaints.filter(isNotTheNet), [])
    } finally {
      await browsers.close()
      await platform.stop()
    }
  })
}

// Chromium says of everything that it could not fetch without a net; that is what one phone is about.
const isNotTheNet = (complaint: string): boolean => !/ERR_INTERNET_DISCONNECTED/.test(complaint)

async function before(t: TestContext, forum: Forum): Promise<void> {
  const { karin, amal, lucia } = forum
  let theme = ''
  await t.test('a theme is opened with some statements, and people sign up', async () => {
    theme = await openTheme(forum)
    await peopleSignUp(forum)
  })
  await t.test('people vote by thumb and by keyboard, and say what is missing', async () => {
    await Promise.all([
      sayWhatOneThinks(forum, karin, 'thumb'),
      sayWhatOneThinks(forum, amal, forum.script ? 'keys' : 'thumb'),
      sayWhatOneThinks(forum, lucia, 'thumb'),
    ])
    await moderate(forum, theme)
    await theTownVotes(forum)
  })
  await t.test('everybody sees the map, and the tables get their questions from it', async () => {
    await showMap(forum, theme)
    await Promise.all([readMap(forum, amal), readMap(forum, lucia)])
    await askTheTables(forum)
  })
  await t.test(
    'seats are proposed, one is moved, a table is locked, and all see where they sit',
    async () => {
      await seatEverybody(forum)
      await moveAndShow(forum)
      await Promise.all([readOwnTables(karin), readOwnTables(amal), readOwnTables(lucia)])
    },
  )
}

async function theDay(t: TestContext, forum: Forum): Promise<void> {
  await t.test('at the door two stay away and one comes unforeseen', () => atTheDoor(forum))
  await t.test('the round is on the wall, and so is what the tables write', async () => {
    const paths = await handOutLinks(forum)
    const { wall, address } = await beginRound(forum)
    await showCards(forum)
    if (forum.script) await twoPhones(forum, paths[0] ?? '', wall)
    else await onePhoneByForms(forum, paths[0] ?? '', wall)
    await othersWrite(forum, paths)
    await nextRound(forum, wall)
    await promise(forum, wall, address)
    await wall.context().close()
  })
}

async function afterwards(t: TestContext, forum: Forum, receiver: 'sv' | 'es'): Promise<void> {
  await t.test('cards become a recommendation', () => harvest(forum))
  await t.test('those who were there read the draft, both parties approve it', async () => {
    await sendDraft(forum, 22)
    await publish(forum)
  })
  await t.test('the receiver answers by a link, and everybody can read what', async () => {
    await handOver(forum, receiver)
    await answerByLink(forum, receiver)
    await readAnswer(forum)
  })
}
