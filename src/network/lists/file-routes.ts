import { coordinator } from '#people/index.ts'
import { downloadTable } from '#platform/download-table.ts'
import { routes, type Visit } from '#platform/http.ts'
import { localDate } from '#platform/time.ts'
import type { Db } from '../tables.ts'
import { columnSaid, columnsOf } from './columns.ts'
import { contactsToWrite, organisationsToWrite } from './files.sql.ts'
import type { ListKind } from './tables.ts'
import { contactCells, organisationCells } from './write-lists.ts'

const headings = ({ t }: Visit, kind: ListKind): string[] =>
  columnsOf[kind].map((column) => columnSaid(t, kind, column))

/** Lists as files, in the shape in which they are read again; and empty ones to fill. */
export const fileRoutes = (db: Db) =>
  routes()
    .get('/office/lists/organisations.csv', coordinator, async (c) => {
      const all = await organisationsToWrite(db, c.var.language)
      const rows = all.map((one) => organisationCells(c.var.t, one))
      const name = `${c.var.t('lists.file-name.organisations')}-${localDate(c.var.now)}`
      return downloadTable(c, { name, header: headings(c.var, 'organisations'), rows })
    })
    .get('/office/lists/contacts.csv', coordinator, async (c) => {
      const all = await contactsToWrite(db, localDate(c.var.now))
      const rows = all.map((one) => contactCells(c.var.t, one))
      const name = `${c.var.t('lists.file-name.contacts')}-${localDate(c.var.now)}`
      return downloadTable(c, { name, header: headings(c.var, 'contacts'), rows })
    })
    .get('/office/lists/organisations/template.csv', coordinator, (c) => template(c, 'organisations'))
    .get('/office/lists/contacts/template.csv', coordinator, (c) => template(c, 'contacts'))

const template = (c: Parameters<typeof downloadTable>[0], kind: ListKind): Response =>
  downloadTable(c, {
    name: c.var.t(`lists.file-name.template-${kind}`),
    header: headings(c.var, kind),
    rows: [],
  })
