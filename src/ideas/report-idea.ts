import * as z from 'zod'
import { emailAddress, optionalParagraphs } from '#platform/form.ts'
import { hashOf, newId } from '#platform/ids.ts'
import type { Language } from '#platform/language.ts'
import { withinLimit } from '#platform/limits.ts'
import { queueMail } from '#platform/mail/index.ts'
import { record } from '#platform/record.ts'
import type { Instant } from '#platform/time.ts'
import { decideAboutIdeas, type Telling } from './decide-ideas.ts'
import { confirmMail } from './idea.mail.ts'
import { reportReasons } from './moderation.rules.ts'
import { addReport, confirmReportWith } from './moderation.sql.ts'
import { mailsPerAddress, sendingsPerNetwork } from '#platform/robot.rules.ts'
import type { Db } from './tables.ts'
import { makeLink } from './voices.sql.ts'

export const ReportForm = z.object({
  reason: z.enum(reportReasons, 'moderation.mistake.reason'),
  words: optionalParagraphs(800),
  /** May be left empty; a report with an address that is confirmed weighs more. */
  email: z.union([z.literal('').transform(() => null), emailAddress]).optional(),
  opened: z.string().optional(),
  website: z.string().optional(),
})
export type ReportForm = z.output<typeof ReportForm>

interface From {
  /** The visitor's network. */
  from: string
  language: Language
}

/** "This should not be here": counted at once, and more when an address stands behind it. */
export function reportIdea(
  db: Db,
  idea: { id: string; what: string },
  form: ReportForm,
  { from, language }: From,
  { now, url }: Telling,
): Promise<'too-many' | null> {
  return decideAboutIdeas(db, async (tx) => {
    const limit = { key: `idea:reports:${from}`, ...sendingsPerNetwork }
    if (!(await withinLimit(tx, limit, now))) return 'too-many'
    const { reason, words, email = null } = form
    const id = newId()
    const times = { at: now, confirmed_at: null, decision_id: null }
    await addReport(tx, { id, idea_id: idea.id, reason, words, email, language, ...times })
    await record(tx, { what: 'idea-reported', by: null, about: idea.id, at: now, detail: { reason } })
    const key = `idea:address:${hashOf(email ?? '')}`
    if (email && (await withinLimit(tx, { key, ...mailsPerAddress }, now))) {
      const link = url(language, `/ideas/mine/${await makeLink(tx, { report: id }, now)}`)
      const about = { id: idea.id, words: idea.what, held: null, days: 0 }
      await queueMail(tx, confirmMail('report', { email, language }, about, link), now)
    }
    return null
  })
}

/** The address behind a report is known from now on. */
export const confirmReport = (db: Db, id: string, now: Instant): Promise<void> =>
  decideAboutIdeas(db, async (tx) => void (await confirmReportWith(tx, id, now)))
