import { found } from '#platform/errors.ts'
import type { Answered } from '#platform/form.ts'
import { type Guard, readForm, routes } from '#platform/http.ts'
import type { UrlOf } from '../minutes/note.mail.ts'
import type { Db } from '../tables.ts'
import { DecideForm, decideStatement } from './decide-statement.ts'
import { type C, deskAfter, dialogueOf, doing, eventOf, refused } from './office-visit.ts'
import { OfficeStatementPage } from './office-statement.page.tsx'
import { statementsOf, statementWithId } from './statements.sql.ts'
import { doublesAmong, wordingsOf } from './write-statement.ts'

const address = '/office/events/:id/dialogue/:dialogue/statements/:statement'

/** Where one statement is read, decided about and translated. */
export const statementOfficeRoutes = (db: Db, { organiser, url }: { organiser: Guard; url: UrlOf }) =>
  routes()
    .get(address, organiser, async (c) => c.html(await statementPage(db, c)))
    .post(address, organiser, async (c) => {
      const form = await readForm(c, DecideForm)
      if (!form.ok) return c.html(await statementPage(db, c, form), 422)
      const { id: dialogueId } = await dialogueOf(db, c)
      const statementId = c.req.param('statement')
      const deciding = { ...doing(c), dialogueId, statementId, url }
      const refusal = await decideStatement(db, deciding, form.value)
      if (!refusal) return c.redirect(deskAfter(c, 'decided'), 303)
      return c.html(await statementPage(db, c, await refused(c, refusal)), 409)
    })

async function statementPage(db: Db, c: C, answered: Answered = {}) {
  const [event, dialogue] = [await eventOf(db, c), await dialogueOf(db, c)]
  const all = await statementsOf(db, dialogue.id)
  const id = found(await statementWithId(db, dialogue.id, c.req.param('statement') ?? ''), 'statement').id
  const statement = found(
    all.find((one) => one.id === id),
    'statement',
  )
  const others = all.filter((one) => one.id !== id && one.state !== 'turned-down')
  const doubles = doublesAmong(wordingsOf(statement), others)
  return <OfficeStatementPage visit={c.var} {...{ event, dialogue, statement, doubles }} {...answered} />
}
