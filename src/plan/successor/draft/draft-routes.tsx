import type { Context } from 'hono'
import { coordinator, memberOf } from '#people/index.ts'
import { found } from '#platform/errors.ts'
import type { Answered } from '#platform/form.ts'
import { readFields, readForm, routes, type VisitEnv } from '#platform/http.ts'
import { newId } from '#platform/ids.ts'
import type { Db } from '../../tables.ts'
import { loadMaking } from '../load-facts.ts'
import type { UrlOf } from '../letters.ts'
import { latestSuccessor } from '../successor.sql.ts'
import { commitmentRoutes } from './draft-commitment-routes.tsx'
import { DraftPage } from './draft.page.tsx'
import { paragraphWithId } from './draft.sql.ts'
import { EditParagraphPage, EditWordsPage } from './edit-draft.page.tsx'
import { editWords, moveParagraph, ParagraphForm, saveParagraph, WordsForm } from './edit-draft.ts'

type C = Context<VisitEnv>

const draftAt = '/office/next-plan/draft?saved=yes'

/** Where coordinators write the draft: its words, paragraph by paragraph, and its commitments. */
export const draftRoutes = (db: Db, url: UrlOf) =>
  routes()
    .get('/office/next-plan/draft', coordinator, async (c) => {
      const making = await loadMaking(db, await successorOf(db), c.var.now)
      return c.html(<DraftPage visit={c.var} making={making} done={c.req.query('saved') !== undefined} />)
    })
    .get('/office/next-plan/words', coordinator, async (c) =>
      c.html(<EditWordsPage visit={c.var} successor={await successorOf(db)} />),
    )
    .post('/office/next-plan/words', coordinator, async (c) => {
      const successor = await successorOf(db)
      const form = await readForm(c, WordsForm)
      if (!form.ok) return c.html(<EditWordsPage visit={c.var} successor={successor} {...form} />, 422)
      const editing = { successorId: successor.id, by: memberOf(c), now: c.var.now, url }
      const refusal = await editWords(db, editing, form.value)
      if (!refusal) return c.redirect(c.var.to(draftAt), 303)
      const again = { filled: await readFields(c), refusal: `successor.refusal.${refusal}` }
      return c.html(<EditWordsPage visit={c.var} successor={await successorOf(db)} {...again} />, 409)
    })
    .route('/', paragraphRoutes(db, url))
    .route('/', commitmentRoutes(db, url))

const paragraphRoutes = (db: Db, url: UrlOf) =>
  routes()
    .get('/office/next-plan/paragraphs/:paragraph', coordinator, async (c) =>
      c.html(await paragraphPage(db, c)),
    )
    .post('/office/next-plan/paragraphs/:paragraph', coordinator, async (c) => {
      const successor = await successorOf(db)
      const filled = await readFields(c)
      const isNew = c.req.param('paragraph') === 'new'
      const id = isNew ? String(filled['id'] ?? newId()) : c.req.param('paragraph')
      const editing = { successorId: successor.id, by: memberOf(c), now: c.var.now, url, id, isNew }
      const pressed = filled['do']
      if (pressed === 'up' || pressed === 'down' || pressed === 'remove') {
        const refusal = await moveParagraph(db, editing, pressed)
        if (!refusal) return c.redirect(c.var.to(draftAt), 303)
        return c.html(await paragraphPage(db, c, { refusal: `successor.refusal.${refusal}` }), 409)
      }
      const form = await readForm(c, ParagraphForm)
      if (!form.ok) return c.html(await paragraphPage(db, c, form), 422)
      const refusal = await saveParagraph(db, editing, form.value)
      if (!refusal) return c.redirect(c.var.to(draftAt), 303)
      return c.html(await paragraphPage(db, c, { filled, refusal: `successor.refusal.${refusal}` }), 409)
    })

const successorOf = async (db: Db) => found(await latestSuccessor(db), 'plan in the making')

async function paragraphPage(db: Db, c: C, answered: Answered = {}) {
  const key = c.req.param('paragraph') ?? ''
  const stored =
    key === 'new' ? null : found(await paragraphWithId(db, (await successorOf(db)).id, key), 'paragraph')
  found(stored?.removed_at ? null : true, 'paragraph')
  return <EditParagraphPage visit={c.var} paragraph={stored} id={newId()} {...answered} />
}
