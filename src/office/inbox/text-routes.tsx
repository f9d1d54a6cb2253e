import type { Context } from 'hono'
import { coordinator, memberOf } from '#people/index.ts'
import { found } from '#platform/errors.ts'
import { type Answered, checkForm } from '#platform/form.ts'
import { readFields, routes, type VisitEnv } from '#platform/http.ts'
import { newId } from '#platform/ids.ts'
import type { Db } from '../tables.ts'
import { answerTexts, answerTextWithId } from './answer-texts.sql.ts'
import { AnswerTextForm, saveAnswerText } from './save-answer-text.ts'
import { EditTextPage, TextsPage } from './texts.page.tsx'

type C = Context<VisitEnv>

/** Answers to begin from, which the office writes in every language. */
export const textRoutes = (db: Db) =>
  routes()
    .get('/office/inbox/texts', coordinator, async (c) =>
      c.html(<TextsPage visit={c.var} texts={await answerTexts(db)} />),
    )
    .get('/office/inbox/texts/new', coordinator, (c) =>
      c.html(<EditTextPage visit={c.var} text={undefined} id={newId()} />),
    )
    .post('/office/inbox/texts/new', coordinator, (c) => save(db, c))
    .get('/office/inbox/texts/:id', coordinator, async (c) => {
      const text = found(await answerTextWithId(db, c.req.param('id')), 'text')
      return c.html(<EditTextPage visit={c.var} text={text} id={text.id} />)
    })
    .post('/office/inbox/texts/:id', coordinator, async (c) => {
      found(await answerTextWithId(db, c.req.param('id')), 'text')
      return save(db, c)
    })

async function save(db: Db, c: C): Promise<Response> {
  const id = c.req.param('id')
  const filled = { ...(await readFields(c)), ...(id ? { id } : {}) }
  const text = id ? await answerTextWithId(db, id) : undefined
  const form = checkForm(filled, AnswerTextForm)
  const page = (answered: Answered) => (
    <EditTextPage visit={c.var} text={text} id={id ?? filled['id'] ?? newId()} {...answered} />
  )
  if (!form.ok) return c.html(page(form), 422)
  const refusal = await saveAnswerText(db, memberOf(c), form.value, c.var.now)
  if (!refusal) return c.redirect(c.var.to('/office/inbox/texts'), 303)
  return c.html(page({ filled, refusal: `inbox.refusal.${refusal}` }), 409)
}
