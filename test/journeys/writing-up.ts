import type { Page } from 'playwright-core'
import type { Texts } from '#platform/language.ts'
import { wordsFor } from '#platform/words.ts'
import { fill, follow, type Guest, press, sees, tick } from './visitor.ts'

// The city's coordinator reads Swedish.
const t = wordsFor('sv')

export const said = {
  sv: 'De unga bad om en plats där de frågas först.',
  en: 'The young people asked for a place where they are asked first.',
  es: 'Los jóvenes pidieron un lugar donde se les pregunte primero.',
}
export const agreed = { sv: 'Vi möts igen i mars.', en: 'We meet again in March.', es: 'Nos vemos en marzo.' }
export const recommended = {
  sv: 'Fråga ungdomsråden före varje beslut.',
  en: 'Ask the youth councils before each decision.',
  es: 'Preguntar a los consejos juveniles antes de cada decisión.',
}
export const promised = {
  sv: 'Ungdomsråden frågas från mars.',
  en: 'The youth councils are asked from March.',
  es: 'Se pregunta a los consejos juveniles desde marzo.',
}

const inThree = (name: string, texts: Texts): Record<string, string> =>
  Object.fromEntries(Object.entries(texts).map(([language, text]) => [`${name}.${language}`, text]))

/** Writes down what was said and agreed, and sends it to those who were present. */
export async function writeNotes(page: Page, desk: string): Promise<void> {
  await page.goto(`${desk}/notes`)
  await fill(page, { ...inThree('said', said), ...inThree('agreed', agreed) })
  await press(page, t('forum.note.keep'))
  await follow(page, t('minutes.send.link'))
  await press(page, t('minutes.step.send.button', { people: 1 }))
  await sees(page, t('forum.note.state.sent'))
}

/** Behind the link in her mail somebody who was present reads the draft, and says what is wrong. */
export async function correct({ page, t: hers }: Guest, link: string, words: string): Promise<void> {
  await page.goto(link)
  await sees(page, said[hers.language])
  await fill(page, { words })
  await press(page, hers('minutes.send-correction'))
  await sees(page, hers('minutes.answer.none'))
}

/** Answers the one correction there is. */
export async function answerCorrection(page: Page, desk: string, name: string): Promise<void> {
  await page.goto(`${desk}/notes`)
  await follow(page, t('minutes.answer.link', { name }))
  await tick(page, 'answer', 'not-taken-in')
  await fill(page, { because: 'Vi hörde det båda två.' })
  await press(page, t('minutes.answer.button'))
  await sees(page, t('minutes.answer.not-taken-in'))
}

/** A coordinator reads and approves for her party. */
export async function approve(page: Page, desk: string): Promise<void> {
  await page.goto(`${desk}/notes`)
  await follow(page, t('minutes.approve.link'))
  await press(page, t('minutes.step.approve.button'))
  await page.waitForURL(`**/notes`)
}

/** What both parties approved is for everybody. */
export async function publishNotes(page: Page, desk: string): Promise<void> {
  await page.goto(`${desk}/notes`)
  await follow(page, t('minutes.publish.link'))
  await press(page, t('minutes.step.publish.button'))
  await sees(page, t('forum.note.state.published'))
}

/** Words what is recommended, before the draft is sent. */
export async function recommend(page: Page, desk: string): Promise<void> {
  await page.goto(`${desk}/notes`)
  await follow(page, t('forum.recommendation.add'))
  await fill(page, { ...inThree('text', recommended), receiverName: 'Ungdomsnämnden' })
  await press(page, t('forum.recommendation.save'))
}

/** From a published recommendation to its receiver's answer. */
export async function answerRecommendation(page: Page): Promise<void> {
  await follow(page, t('forum.hand-over.link', { number: 1 }))
  await press(page, t('forum.hand-over.button'))
  await follow(page, t('forum.answer.link', { number: 1 }))
  await tick(page, 'kind', 'accepted')
  await fill(page, inThree('words', { sv: 'Ja, gärna.', en: 'Yes, gladly.', es: 'Sí, con gusto.' }))
  await press(page, t('forum.answer.button'))
}

/** Proposes the recommendation as a commitment of both parties; it is one once the other says yes. */
export async function promise(page: Page, other: Page, goalNumber: number): Promise<void> {
  await follow(page, t('forum.recommendation.make-commitment'))
  const goal = page.locator('[name="goal"]')
  const label = await goal
    .locator('option', { hasText: `${goalNumber}. ` })
    .first()
    .textContent()
  await goal.selectOption({ label: label?.trim() ?? '' })
  await fill(page, inThree('title', promised))
  await fill(
    page,
    inThree('measure', { sv: 'Antal frågor.', en: 'Number of questions.', es: 'Número de preguntas.' }),
  )
  for (const party of await page.locator('input[name="parties"]').all()) await party.check()
  const due = page.locator('[name="due"]')
  await due.fill((await due.getAttribute('max')) ?? '')
  await press(page, t('revisions.propose.button'))
  await sees(page, t('revisions.state.proposed'))
  await other.goto(page.url())
  await follow(other, t('revisions.answer.go'))
  await sees(other, promised.sv)
  await tick(other, 'answer', 'yes')
  await press(other, t('revisions.answer.send'))
  await other.waitForURL('**/plan/revisions/*')
  await page.goto('/sv/plan/commitments/1')
  await sees(page, promised.sv)
}
