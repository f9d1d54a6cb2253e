import { queueMails } from '#platform/mail/index.ts'
import type { Writes } from '../tables.ts'
import { officeMail, type OfficeNews, type Told } from './office.mail.ts'
import { coordinatorsOf } from './office.sql.ts'

/** Tells everybody who coordinates for a side what was done that concerns it. */
export async function tellOffice(tx: Writes, acting: Told, news: OfficeNews): Promise<void> {
  const readers = await coordinatorsOf(tx, news.to)
  const mails = readers.map((reader) => officeMail(acting, news, reader))
  await queueMails(tx, mails, acting.now)
}
