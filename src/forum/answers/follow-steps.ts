import * as z from 'zod'
import { decide, json } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { paragraphs } from '#platform/form.ts'
import { hashOf, newToken } from '#platform/ids.ts'
import type { Language } from '#platform/language.ts'
import { queueMail } from '#platform/mail/index.ts'
import { record } from '#platform/record.ts'
import { datePlus, localDate } from '#platform/time.ts'
import { recommendationWithId } from '../recommendations.sql.ts'
import type { Db } from '../tables.ts'
import { stepMail } from './answer.mail.ts'
import { addressKeptDays } from './answer-link.rules.ts'
import { addressOf } from './answers.sql.ts'
import type { Letters } from './send-link.ts'
import { addOutcome, addStepLink, stepBehind, stepsToAskAbout } from './steps.sql.ts'

/** On the day that a receiver promised, asks them once what has become of it. After a month their address is forgotten. */
export async function askAboutSteps(db: Db, { now, url }: Letters): Promise<void> {
  const today = localDate(now)
  const due = { from: datePlus(today, -addressKeptDays.answered), to: today }
  for (const { id, recommendation_id } of await stepsToAskAbout(db, due)) {
    await decide(db, 'recommendation', recommendation_id, async (tx) => {
      // Asked a moment ago, perhaps: looked at again now that nobody else decides about it.
      const step = (await stepsToAskAbout(tx, due)).find((one) => one.id === id)
      const to = await addressOf(tx, recommendation_id)
      if (!step || !to) return
      const asked = found(await recommendationWithId(tx, recommendation_id), 'recommendation')
      const token = newToken()
      await addStepLink(tx, { token_hash: hashOf(token), answer_id: id, created_at: now })
      await queueMail(tx, stepMail({ asked, to, token, report: null, url }, step), now)
      const detail = { number: asked.number }
      await record(tx, { what: 'step-asked', by: null, about: recommendation_id, at: now, detail })
    })
  }
}

export const OutcomeForm = z.object({ words: paragraphs(5000, 'answers.mistake.outcome') })

interface Telling {
  token: string
  words: string
  /** In which they wrote. */
  language: Language
}

/** What has become of the step, once and for all; everybody can read it beside the answer. */
export async function tellOutcome(
  db: Db,
  { token, words, language }: Telling,
  now: string,
): Promise<'told-already' | null> {
  const hash = hashOf(token)
  const { recommendation_id: about } = found(await stepBehind(db, hash), 'link to tell of a step')
  return decide(db, 'recommendation', about, async (tx) => {
    const step = found(await stepBehind(tx, hash), 'link to tell of a step')
    if (step.outcome !== null) return 'told-already'
    await addOutcome(tx, { answer_id: step.id, words: json({ [language]: words }), told_at: now })
    const asked = found(await recommendationWithId(tx, about), 'recommendation')
    const detail = { number: asked.number }
    await record(tx, { what: 'step-told', by: null, about, at: now, detail })
    return null
  })
}
