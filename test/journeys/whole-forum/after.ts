import { equal } from 'node:assert/strict'
import type { Language } from '#platform/language.ts'
import { wordsFor } from '#platform/words.ts'
import { letAWeekPass, letItEnd } from '../coordinator.ts'
import { fill, follow, press, sees, tick } from '../visitor.ts'
import { agreed, recommended, said } from '../writing-up.ts'
import { at, type Forum, linkTo, look, type Office, open } from './cast.ts'
import { proposals } from './notes.ts'

/** What the tables wrote is put together, and worded as a recommendation to somebody. */
export async function harvest(forum: Forum): Promise<void> {
  const { page, t } = forum.bo
  letItEnd(forum.platform.file, at(forum, forum.bo))
  await page.goto(at(forum, forum.bo, '/harvest'))
  await look(page)
  // The three that say the same are ticked already.
  const alike = page.locator('[aria-labelledby="alike"] details').filter({ hasText: proposals[0] ?? '' })
  equal(await alike.locator('input[name="card"]:checked').count(), 3)
  if ((await alike.getAttribute('open')) === null) await alike.locator('summary').click()
  await alike.getByRole('button', { name: t('harvest.join') }).click()
  await sees(page, t('harvest.groups.title', { count: 1 }))
  await page.locator('.harvest-groups h3 a').first().click()
  await look(page)
  await follow(page, t('harvest.word'))
  await fill(page, { 'text.sv': recommended.sv, 'text.en': recommended.en, 'text.es': recommended.es })
  await fill(page, { receiverName: 'Ungdomsnämnden' })
  await look(page)
  await press(page, t('forum.recommendation.save'))
}

/** The draft goes to all who were there and gave an address; one of them finds something wrong in it. */
export async function sendDraft(forum: Forum, people: number): Promise<void> {
  const { page, t } = forum.bo
  const notes = at(forum, forum.bo, '/notes')
  await page.goto(notes)
  await fill(page, { 'said.sv': said.sv, 'said.en': said.en, 'said.es': said.es })
  await fill(page, { 'agreed.sv': agreed.sv, 'agreed.en': agreed.en, 'agreed.es': agreed.es })
  await look(page)
  await press(page, t('forum.note.keep'))
  await page.goto(at(forum, forum.bo, '/report'))
  await look(page)
  await page.goto(notes)
  await follow(page, t('minutes.send.link'))
  await look(page)
  await press(page, t('minutes.step.send.button', { people }))
  await sees(page, t('forum.note.state.sent'))

  const { karin } = forum
  const letter = await linkTo(forum, karin.address, '/minutes/')
  await karin.page.goto(letter)
  await sees(karin.page, said[karin.t.language])
  await sees(karin.page, recommended[karin.t.language])
  await look(karin.page)
  await fill(karin.page, { words: 'Det var juni, inte mars.' })
  await press(karin.page, karin.t('minutes.send-correction'))
  await sees(karin.page, karin.t('minutes.answer.none'))
  await page.goto(notes)
  await follow(page, t('minutes.answer.link', { name: karin.name }))
  await tick(page, 'answer', 'not-taken-in')
  await fill(page, { because: 'Vi hörde det båda två.' })
  await look(page)
  await press(page, t('minutes.answer.button'))
  await sees(page, t('minutes.answer.not-taken-in'))
}

/** When a week has passed both parties approve, and everybody may read the report. */
export async function publish(forum: Forum): Promise<void> {
  letAWeekPass(forum.platform.file, at(forum, forum.bo))
  for (const office of [forum.bo, forum.amina]) await approve(forum, office)
  const { page, t } = forum.bo
  await page.goto(at(forum, forum.bo, '/notes'))
  await follow(page, t('minutes.publish.link'))
  await look(page)
  await press(page, t('minutes.step.publish.button'))
  await sees(page, t('forum.note.state.published'))
  const { lucia } = forum
  await open(lucia, forum.path)
  await follow(lucia.page, lucia.t('report.read'))
  await sees(lucia.page, recommended.es)
  await look(lucia.page)
}

async function approve(forum: Forum, office: Office): Promise<void> {
  const { page, t } = office
  await page.goto(at(forum, office, '/notes'))
  await follow(page, t('minutes.approve.link'))
  await sees(page, recommended[t.language])
  await look(page)
  await press(page, t('minutes.step.approve.button'))
  await page.waitForURL('**/notes')
}

const receiver = 'namnden@example.org'

/** The receiver gets the recommendation by mail, with a link to answer by. */
export async function handOver(forum: Forum, language: Language): Promise<void> {
  const { page, t } = forum.bo
  await page.goto(at(forum, forum.bo, '/notes'))
  await follow(page, t('forum.hand-over.link', { number: 1 }))
  await fill(page, { email: receiver })
  await page.locator('[name="language"]').selectOption(language)
  await look(page)
  await press(page, t('forum.hand-over.button'))
  await page.waitForURL('**/link')
  await look(page)
}

const answer = 'Nycklarna delas ut före sommaren.'

/** They read it, and answer behind the link; what they said is read once more before it stands. */
export async function answerByLink(forum: Forum, language: Language): Promise<void> {
  const t = wordsFor(language)
  const page = await forum.browsers.visitor({ language, script: forum.script })
  const letter = await forum.platform.letters.next(receiver)
  await page.goto(letter.link('/answers/'))
  await sees(page, recommended[language])
  await look(page)
  await tick(page, 'kind', 'accepted')
  await fill(page, { words: answer, nextStep: 'Fastighetskontoret beställer nycklar.' })
  await fill(page, { name: 'Ebba', as: 'Ungdomsnämnden' })
  await press(page, t('answers.form.button'))
  await press(page, t('answers.confirm.button'))
  await sees(page, t('forum.answer.title'))
  await page.context().close()
}

/** Anybody reads the answer, and goes the whole way back: from the recommendation to the report and the evening. */
export async function readAnswer(forum: Forum): Promise<void> {
  const { amal } = forum
  const { page } = amal
  await open(amal, '/recommendations')
  await look(page)
  await page.locator('a[href$="/recommendations/1"]').first().click()
  await page.waitForURL('**/recommendations/1')
  await sees(page, recommended.en)
  await sees(page, answer)
  await look(page)
  await page.locator('.thread a[href*="/reports/"]').first().click()
  await page.waitForURL('**/reports/**')
  await sees(page, recommended.en)
  await page.goBack()
  await page.locator(`.thread a[href$="${forum.path}"]`).first().click()
  await page.waitForURL(`**${forum.path}`)
  await sees(page, said.en)
}
