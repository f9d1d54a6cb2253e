import { coordinator, memberOf } from '#people/index.ts'
import { found } from '#platform/errors.ts'
import { anyone, readFields, readForm, routes, type Visit } from '#platform/http.ts'
import { AboutPage, addressOf } from './about.page.tsx'
import { EditPagePage, OfficePagesPage } from './edit-page.page.tsx'
import { editPage, PageForm } from './edit-page.ts'
import { pagesInOrder, pageWithKey } from './pages.sql.ts'
import type { Db } from './tables.ts'

export const aboutRoutes = (db: Db) => {
  return routes()
    .get('/about', anyone, async (c) => c.html(await show(c.var, 'about')))
    .get('/about/:key', anyone, async (c) => {
      const key = c.req.param('key')
      return key === 'about' ? c.redirect(c.var.to('/about'), 301) : c.html(await show(c.var, key))
    })
    .get('/office/pages', coordinator, async (c) =>
      c.html(<OfficePagesPage visit={c.var} pages={await pagesInOrder(db)} />),
    )
    .get('/office/pages/:key', coordinator, async (c) =>
      c.html(<EditPagePage visit={c.var} page={await pageAt(c.req.param('key'))} />),
    )
    .post('/office/pages/:key', coordinator, async (c) => {
      const page = await pageAt(c.req.param('key'))
      const form = await readForm(c, PageForm)
      if (!form.ok) return c.html(<EditPagePage visit={c.var} page={page} {...form} />, 422)
      const refusal = await editPage(db, memberOf(c), page, form.value, c.var.now)
      if (!refusal) return c.redirect(c.var.to(addressOf(page.key)), 303)
      const theirs = await pageAt(page.key)
      const filled = await readFields(c)
      return c.html(<EditPagePage visit={c.var} page={theirs} filled={filled} refusal={`about.refusal.${refusal}`} />, 409)
    })

  async function show(visit: Visit, key: string) {
    return <AboutPage visit={visit} page={await pageAt(key)} all={await pagesInOrder(db)} />
  }

  async function pageAt(key: string) {
    return found(await pageWithKey(db, key), 'page')
  }
}
