import type { Context } from 'hono'
import { coordinator, memberOf } from '#people/index.ts'
import { found } from '#platform/errors.ts'
import { anyone, readFields, readForm, routes, type VisitEnv } from '#platform/http.ts'
import { AboutPage } from './about.page.tsx'
import { contactRoutes } from './contact/contact-routes.tsx'
import { editPage, PageForm } from './edit-page.ts'
import { EditPagePage } from './edit-page.page.tsx'
import { OfficePagesPage } from './office-pages.page.tsx'
import { pagesInOrder, pageWithKey } from './pages.sql.ts'
import type { Db } from './tables.ts'

/** What Malmöandan is: for everybody to read, for coordinators to write. */
export const aboutRoutes = (db: Db) => {
  const readPage = async (c: Context<VisitEnv>, key: string) => {
    const page = found(await pageWithKey(db, key), 'page')
    return c.html(<AboutPage visit={c.var} page={page} pages={await pagesInOrder(db)} />)
  }
  const toEdit = async (c: Context<VisitEnv>) => ({
    visit: c.var,
    page: found(await pageWithKey(db, c.req.param('key') ?? ''), 'page'),
  })
  return routes()
    .route('/', contactRoutes(db))
    .get('/about', anyone, (c) => readPage(c, 'about'))
    .get('/about/:key', anyone, async (c) => {
      const key = c.req.param('key')
      // One page, one address.
      return key === 'about' ? c.redirect(c.var.to('/about'), 301) : readPage(c, key)
    })
    .get('/office/pages', coordinator, async (c) =>
      c.html(<OfficePagesPage visit={c.var} pages={await pagesInOrder(db)} />),
    )
    .get('/office/pages/:key', coordinator, async (c) =>
      c.html(<EditPagePage {...await toEdit(c)} saved={c.req.query('saved') !== undefined} />),
    )
    .post('/office/pages/:key', coordinator, async (c) => {
      const { visit, page } = await toEdit(c)
      const form = await readForm(c, PageForm)
      if (!form.ok) return c.html(<EditPagePage visit={visit} page={page} {...form} />, 422)
      const refusal = await editPage(db, memberOf(c), page, form.value, visit.now)
      if (!refusal) return c.redirect(visit.to(`/office/pages/${page.key}?saved`), 303)
      // Read again: theirs is shown above, and is what the next press of the button replaces.
      const again = { ...(await toEdit(c)), filled: await readFields(c), refusal: `about.refusal.${refusal}` }
      return c.html(<EditPagePage {...again} />, 409)
    })
}
