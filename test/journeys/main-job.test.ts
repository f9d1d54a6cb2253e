import { deepEqual, equal, ok } from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import type { Page } from 'playwright-core'
import type { Language } from '#platform/language.ts'
import { systemClock } from '#platform/time.ts'
import { wordsFor } from '#platform/words.ts'
import { type Installation, install } from './bed.ts'
import { openBrowsers } from './browsers.ts'
import {
  adoptGoal,
  begin,
  checkIn,
  letAWeekPass,
  letItEnd,
  publishEvent,
  timesFor,
  title,
} from './coordinator.ts'
import { letThePlanRun } from './moving-time.ts'
import { cancel, changeCancelAndReturn, followThread } from './own-page.ts'
import { findEvent, type Guest, press, sees, signUp } from './visitor.ts'
import {
  answerCorrection,
  answerRecommendation,
  approve,
  correct,
  promise,
  publishNotes,
  recommend,
  writeNotes,
} from './writing-up.ts'

const cast = [
  { language: 'sv', name: 'Karin', address: 'karin@example.org' },
  { language: 'en', name: 'Amal', address: 'amal@example.org' },
  { language: 'es', name: 'Lucía', address: 'lucia@example.org' },
] as const
const late = { language: 'en', name: 'Noor', address: 'noor@example.org' } as const

for (const script of ['on', 'off']) {
  test(`the main job is done from one end to the other with script switched ${script}`, async (t) => {
    const platform = await install()
    letThePlanRun(platform.file)
    const browsers = await openBrowsers(platform.url)
    try {
      await story(t, platform, (language) => browsers.visitor({ language, script: script === 'on' }))
      deepEqual(browsers.complaints, [])
    } finally {
      await browsers.close()
      await platform.stop()
    }
  })
}

type Visitor = (language: Language) => Promise<Page>

async function story(t: TestContext, platform: Installation, visitor: Visitor): Promise<void> {
  const { letters, url, file } = platform
  const times = timesFor(systemClock())
  const bo = await visitor('sv')
  const guests = new Map<string, Guest>()
  let [desk, invitation] = ['', '']
  const amina = await visitor('sv')

  async function arrive({ language, name, address }: (typeof cast)[number] | typeof late): Promise<Guest> {
    const guest = { page: await visitor(language), t: wordsFor(language), name, address, link: '' }
    guests.set(name, guest)
    return guest
  }
  /** One scene of the story; without it the next one makes no sense. */
  async function scene(name: string, act: () => Promise<void>): Promise<void> {
    let isDone = false
    await t.test(name, async () => {
      await act()
      isDone = true
    })
    ok(isDone, `the story ends at: ${name}`)
  }
  const known = (name: string): Guest => guests.get(name) as Guest

  await scene('the printed address works once, and the other party is invited by mail', async () => {
    const address = await begin(bo, platform.said())
    invitation = (await letters.next('amina@example.org')).link('/sign-in/with/')
    ok(invitation.startsWith(url))
    const stranger = await visitor('sv')
    equal((await stranger.goto(address))?.status(), 404)
  })

  await scene(
    'the parties adopt a goal, and the coordinator of the city publishes an event in three languages',
    async () => {
      await amina.goto(invitation)
      await press(amina, wordsFor('sv')('people.open.button'))
      await amina.waitForURL('**/sv/office**')
      await adoptGoal(bo, amina, 1)
      desk = await publishEvent(bo, times, cast.length)
    },
  )

  for (const person of cast) {
    const { language, name } = person
    await scene(
      `${name} finds it in ${language}, signs up, changes, cancels and signs up again`,
      async () => {
        const guest = await arrive(person)
        await findEvent(guest, title[language])
        await signUp(guest, letters, 'seat')
        await changeCancelAndReturn(guest, letters, { title: title[language], ...times })
      },
    )
  }

  await scene('who comes when it is full waits, and moves up when somebody cancels', async () => {
    const noor = await arrive(late)
    await findEvent(noor, title.en)
    await signUp(noor, letters, 'waiting')
    const waiting = await letters.next(noor.address)
    equal(waiting.entry, undefined, 'nobody who waits has it in the calendar')
    await noor.page.goto(waiting.link('/sign-ups/'))
    await sees(noor.page, noor.t('manage.waiting', { place: 1 }))

    await cancel(known('Lucía'))
    const moved = await letters.next(noor.address)
    equal(moved.subject, noor.t('sign-up.mail.moved-up.subject-seat', { title: title.en }))
    equal(moved.entry?.method, 'REQUEST', 'so close to the start, nobody is asked first')
    await noor.page.goto(moved.link('/sign-ups/'))
    await sees(noor.page, noor.t('manage.seat'))
  })

  await scene('the coordinator checks Karin in at the door', () => checkIn(bo, desk, 'Karin'))

  await scene('what was said goes to Karin, who was there, and her correction is answered', async () => {
    letItEnd(file, desk)
    await recommend(bo, desk)
    await writeNotes(bo, desk)
    const karin = known('Karin')
    const link = (await letters.next(karin.address)).link('/minutes/')
    await correct(karin, link, 'Det sades i mars.')
    await answerCorrection(bo, desk, 'Karin')
    await karin.page.goto(link)
    await sees(karin.page, 'Vi hörde det båda två.')
  })

  await scene('a week later a coordinator of each party approves it, and everybody can read it', async () => {
    letAWeekPass(file, desk)
    await approve(bo, desk)
    await approve(amina, desk)
    await publishNotes(bo, desk)
  })

  await scene(
    'what was recommended is handed over, and its answer and a promise are written down',
    async () => {
      await answerRecommendation(bo)
      await promise(bo, amina, 1)
    },
  )

  for (const { language, name } of cast) {
    await scene(`${name} follows the thread from the event to the goal and the SDGs, and back`, () =>
      followThread(known(name), title[language]),
    )
  }
}
