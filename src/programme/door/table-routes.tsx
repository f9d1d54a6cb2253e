import type { Context } from 'hono'
import { memberOf } from '#people/index.ts'
import { found } from '#platform/errors.ts'
import { optionalLine, optionalParagraphs } from '#platform/form.ts'
import { readFields, routes, type VisitEnv } from '#platform/http.ts'
import { searchText } from '#platform/search.ts'
import { eventWithId } from '../events.sql.ts'
import { organiser } from '../organiser.ts'
import type { Db } from '../tables.ts'
import { setTables } from './set-tables.ts'
import { pastedTables, tableLabelMax } from './tables.rules.ts'
import { TablesPage } from './tables.page.tsx'
import { tableLabelsAt } from './tables.sql.ts'

type C = Context<VisitEnv>

const pastedMax = 50_000

/** Table numbers, by hand or pasted. */
export const tableRoutes = (db: Db) =>
  routes()
    .get('/office/events/:id/tables', organiser(db), async (c) =>
      c.html(<TablesPage {...await tablesProps(db, c)} />),
    )
    .post('/office/events/:id/tables', organiser(db), async (c) => {
      const props = await tablesProps(db, c)
      const { event, lines } = props
      const fields = await readFields(c)
      if (fields['do'] === 'save') {
        await setTables(db, event.id, labelsIn(fields), memberOf(c), c.var.now)
        return c.redirect(c.var.to(`/office/events/${event.id}/tables`), 303)
      }
      const text = optionalParagraphs(pastedMax).safeParse(fields['pasted']).data
      if (!text) {
        const mistakes = { pasted: 'tables.pasted-missing' }
        return c.html(<TablesPage {...props} filled={fields} mistakes={mistakes} />, 422)
      }
      const people = lines.map(({ id, search_text, email }) => ({ id, name: search_text, email }))
      const { labels, unclear } = pastedTables(text, people, searchText)
      await setTables(db, event.id, labels, memberOf(c), c.var.now)
      return unclear.length > 0
        ? c.html(<TablesPage {...await tablesProps(db, c)} unclear={unclear} />, 422)
        : c.redirect(c.var.to(`/office/events/${event.id}/tables`), 303)
    })

async function tablesProps(db: Db, c: C) {
  const event = found(await eventWithId(db, c.req.param('id') ?? ''), 'event')
  return { visit: c.var, event, lines: await tableLabelsAt(db, event.id) }
}

/** The numbers as they stand in the form; one that is too long is left as it was. */
function labelsIn(fields: Awaited<ReturnType<typeof readFields>>): Map<string, string> {
  const labels = new Map<string, string>()
  for (const [name, value] of Object.entries(fields)) {
    const [, id] = /^table-([\w-]{36})$/.exec(name) ?? []
    const read = optionalLine(tableLabelMax).safeParse(value)
    if (id && read.success) labels.set(id, read.data ?? '')
  }
  return labels
}
