import type { Context } from 'hono'
import { downloadTable } from '#platform/download-table.ts'
import type { VisitEnv } from '#platform/http.ts'
import { inLanguage } from '#platform/language.ts'
import { localDate } from '#platform/time.ts'
import { decisionLog } from './moderation.sql.ts'
import type { Reads } from './tables.ts'

// More than years of decisions.
const inFileMax = 20_000

/** The moderator's log as a file: what the page of it says, row by row. */
export async function moderationFile(db: Reads, c: Context<VisitEnv>): Promise<Response> {
  const { t, language } = c.var
  const header = ['number', 'what', 'decided', 'reason', 'who', 'party', 'when', 'appeal'].map((one) =>
    t(`lists.out.${one}`),
  )
  const rows = (await decisionLog(db, inFileMax)).map((one) => [
    ...[one.number, one.what || t('ideas.wiped'), t(`moderation.kind.${one.kind}`)],
    [t(`moderation.reason.${one.reason}`), one.words && inLanguage(one.words, language)]
      .filter(Boolean)
      .join(': '),
    ...[one.by, inLanguage(one.party, language), localDate(one.at)],
    one.appealed_at ? localDate(one.appealed_at) : null,
  ])
  return downloadTable(c, { name: t('lists.file-name.moderation'), header, rows })
}
