import type { Context } from 'hono'
import { coordinator } from '#people/index.ts'
import { downloadTable } from '#platform/download-table.ts'
import { routes, type VisitEnv } from '#platform/http.ts'
import { inLanguage } from '#platform/language.ts'
import { localDate, localTime } from '#platform/time.ts'
import { eventsAmong, happenings } from './happenings.sql.ts'
import { inWords, RecordPage } from './record.page.tsx'
import type { Db } from './tables.ts'

type C = Context<VisitEnv>

const happeningsMax = 50
// The latest; as many as a spreadsheet is still quick with.
const inFileMax = 5000

/** What happened lately, on a page and as a file. */
export const recordRoutes = (db: Db) =>
  routes()
    .get('/office/record', coordinator, async (c) => c.html(await recordPage(db, c)))
    .get('/office/record.csv', coordinator, (c) => recordFile(db, c))

async function recordPage(db: Db, c: C) {
  const read = await happenings(db, { before: c.req.query('before'), limit: happeningsMax + 1 })
  const shown = read.slice(0, happeningsMax)
  const events = await eventsAmong(db, [...new Set(shown.map((one) => one.about))])
  const titles = new Map(events.map(({ id, title }) => [id, title]))
  const next = read.length > happeningsMax ? shown.at(-1)?.id : undefined
  return <RecordPage visit={c.var} happenings={shown} events={titles} next={next} />
}

async function recordFile(db: Db, c: C): Promise<Response> {
  const { t, language } = c.var
  const all = await happenings(db, { before: undefined, limit: inFileMax })
  const events = await eventsAmong(db, [...new Set(all.map((one) => one.about))])
  const titles = new Map(events.map(({ id, title }) => [id, inLanguage(title, language)]))
  const header = ['when', 'who', 'what', 'event'].map((one) => t(`lists.out.${one}`))
  const rows = all.map((one) => {
    const { who, what } = inWords(t, one)
    return [`${localDate(one.at)} ${localTime(one.at)}`, who, what, titles.get(one.about) ?? null]
  })
  return downloadTable(c, { name: t('lists.file-name.record'), header, rows })
}
