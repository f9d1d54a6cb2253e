import type { Insertable } from 'kysely'
import type { HeldFor, IdeaTables, LedToKind, RefusalReason, ReportReason } from '#ideas/index.ts'
import type { Language, Texts } from '#platform/language.ts'
import type { Writes } from './tables.ts'

/** An idea; days are counted back from today. */
export interface SampleIdea {
  key: string
  language: Language
  what: string
  why: string
  place?: string
  name?: string
  theme?: string
  daysAgo: number
  supporters: number
  held?: HeldFor
  /** Nobody in the office has looked at it. */
  waiting?: true
  refused?: Texts & { reason: RefusalReason; appeal?: string }
  reports?: { reason: ReportReason; words: string }[]
  steps: {
    kind: IdeaTables['idea_step']['kind']
    daysAgo: number
    words?: Texts
    named?: true
    into?: string
  }[]
  made?: { kind: LedToKind; target: string }[]
}

export type Added<Table extends keyof IdeaTables> = Insertable<IdeaTables[Table]>

/** What can only be written one after the other, as it happened. */
export interface IdeasToFinish {
  ideas: Added<'idea'>[]
  authors: Added<'idea_voice'>[]
  supporters: Added<'idea_voice'>[]
  decisions: Added<'idea_decision'>[]
  appeals: Added<'idea_appeal'>[]
  reports: Added<'idea_report'>[]
  steps: Added<'idea_step'>[]
  made: Added<'idea_led_to'>[]
}

/** Writes what happened in its order, since the database asks of each step whether it can be. */
export async function finishIdeas(tx: Writes, toFinish: IdeasToFinish): Promise<void> {
  const { ideas, authors, supporters, decisions, appeals, reports, steps, made } = toFinish
  await tx.insertInto('idea').values(ideas).execute()
  await tx.insertInto('idea_voice').values(authors).execute()
  for (const decision of decisions) await tx.insertInto('idea_decision').values(decision).execute()
  for (const appeal of appeals) {
    // Until now it says which idea it is about.
    const about = decisions.find(({ idea_id }) => idea_id === appeal.decision_id)
    await tx
      .insertInto('idea_appeal')
      .values({ ...appeal, decision_id: about?.id ?? '' })
      .execute()
  }
  await tx.insertInto('idea_voice').values(supporters).execute()
  if (reports.length > 0) await tx.insertInto('idea_report').values(reports).execute()
  // What was made of an idea comes before it was done.
  const [before, last] = [
    steps.filter(({ kind }) => kind !== 'done'),
    steps.filter(({ kind }) => kind === 'done'),
  ]
  for (const step of before) await tx.insertInto('idea_step').values(step).execute()
  await tx.insertInto('idea_led_to').values(made).execute()
  for (const step of last) await tx.insertInto('idea_step').values(step).execute()
}
