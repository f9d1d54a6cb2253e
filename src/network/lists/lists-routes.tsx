import type { Context } from 'hono'
import * as z from 'zod'
import { coordinator, memberOf } from '#people/index.ts'
import type { Answered } from '#platform/form.ts'
import { routes, type VisitEnv } from '#platform/http.ts'
import { newId } from '#platform/ids.ts'
import { readFormWithFile } from '#platform/large-form.ts'
import type { Pointer } from '../organisations/merge.rules.ts'
import type { Db } from '../tables.ts'
import { latestImports } from './imports.sql.ts'
import { fileRoutes } from './file-routes.ts'
import { listKinds, ListsPage } from './lists.page.tsx'
import { oneListRoutes } from './one-list-routes.tsx'
import type { FileProblem } from './read-list.ts'
import { sendList } from './send-list.ts'

type C = Context<VisitEnv>

/** Where coordinators bring lists in, look at what will happen, and take lists out. */
export const listsRoutes = (db: Db, pointers: readonly Pointer[]) =>
  routes()
    .route('/', fileRoutes(db))
    .get('/office/lists', coordinator, async (c) => c.html(await page(db, c)))
    .post('/office/lists', coordinator, async (c) => {
      const { fields, file, isTooLarge } = await readFormWithFile(c)
      const kind = listKinds.find((one) => one === fields['kind'])
      const id = z.uuid().safeParse(fields['id']).data ?? newId()
      const mistakes = {
        ...(!kind && { kind: 'platform.form.choose' }),
        ...(isTooLarge && { file: 'lists.send.too-large' }),
        ...(!isTooLarge && !(file instanceof File && file.size > 0) && { file: 'lists.send.file-missing' }),
      }
      if (!kind || !(file instanceof File) || Object.keys(mistakes).length > 0)
        return c.html(await page(db, c, { filled: fields, mistakes }), 422)
      const bytes = new Uint8Array(await file.arrayBuffer())
      const sent = { id, kind, fileName: file.name, bytes }
      const problem = await sendList(db, memberOf(c), sent, c.var.now)
      if (problem) return c.html(await page(db, c, { filled: fields }, problem), 422)
      return c.redirect(c.var.to(`/office/lists/${id}`), 303)
    })
    .route('/', oneListRoutes(db, pointers))

async function page(db: Db, c: C, answered: Answered = {}, unreadable?: FileProblem) {
  const latest = await latestImports(db)
  return <ListsPage visit={c.var} latest={latest} id={newId()} unreadable={unreadable} {...answered} />
}
