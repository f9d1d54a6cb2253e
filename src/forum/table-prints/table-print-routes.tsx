import type { Context } from 'hono'
import { found } from '#platform/errors.ts'
import { routes, type VisitEnv } from '#platform/http.ts'
import { Notice } from '#platform/ui/parts.tsx'
import { eventWithId } from '#programme/index.ts'
import type { ForumOptions } from '../note-routes.tsx'
import { lastReseating } from '../reseating/reseating.sql.ts'
import type { Db } from '../tables.ts'
import { ChangeList, HostSheets, InterpreterList, NameList } from './lists.page.tsx'
import { type ForumOnPaper, forumOnPaper } from './on-paper.ts'
import { Cards, Signs } from './signs-and-cards.page.tsx'
import { type Print, prints, TablePrintPage, TablePrintsPage } from './table-print.page.tsx'
import { wallChanges } from './wall-changes.rules.ts'

type C = Context<VisitEnv>

/** What is printed of who sits where. */
export const tablePrintRoutes = (db: Db, { organiser }: ForumOptions) =>
  routes()
    .get('/office/events/:id/seating/print', organiser, async (c) =>
      c.html(<TablePrintsPage visit={c.var} event={await eventOf(db, c)} />),
    )
    .get('/office/events/:id/seating/print/:print', organiser, async (c) => {
      const kind = found(prints.find((one) => one === c.req.param('print')) ?? null, 'print')
      const event = await eventOf(db, c)
      const paper = await forumOnPaper(db, event.id, c.var.t)
      return c.html(
        <TablePrintPage visit={c.var} event={event} kind={kind}>
          {paper ? (
            await sheetsOf(db, c, kind, { event, paper })
          ) : (
            <Notice kind="waiting">{c.var.t('reseating.no-seats')}</Notice>
          )}
        </TablePrintPage>,
      )
    })

const eventOf = async (db: Db, c: C) => found(await eventWithId(db, c.req.param('id') ?? ''), 'event')

interface Printed {
  event: Awaited<ReturnType<typeof eventOf>>
  paper: ForumOnPaper
}

async function sheetsOf(db: Db, c: C, kind: Print, { event, paper }: Printed) {
  const visit = c.var
  switch (kind) {
    case 'signs':
      return <Signs paper={paper} />
    case 'cards':
      return <Cards paper={paper} event={event} />
    case 'list':
      return <NameList visit={visit} paper={paper} />
    case 'hosts':
      return <HostSheets visit={visit} paper={paper} />
    case 'interpreters':
      return <InterpreterList visit={visit} paper={paper} />
    case 'changes': {
      const last = await lastReseating(db, event.id, 'taken')
      return <ChangeList visit={visit} changes={wallChanges(last?.proposal ?? null, paper.people)} />
    }
  }
}
