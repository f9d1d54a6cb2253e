import type { Context } from 'hono'
import { memberOf } from '#people/index.ts'
import { found } from '#platform/errors.ts'
import type { Answered } from '#platform/form.ts'
import { readForm, routes, type VisitEnv } from '#platform/http.ts'
import { isLanguage } from '#platform/language.ts'
import { eventWithId } from '../events.sql.ts'
import { organiser } from '../organiser.ts'
import type { Db } from '../tables.ts'
import { lettersSent } from './letters.sql.ts'
import { MailsPage } from './mails.page.tsx'
import { ownTexts } from './own-texts.sql.ts'
import { previewsOf } from './previews.ts'
import { OwnTextsForm, setOwnTexts } from './set-own-texts.ts'

/** What an event's mails say and when they went out. */
export const mailsRoutes = (db: Db) =>
  routes()
    .get('/office/events/:id/mails', organiser(db), async (c) => c.html(await mailsPage(db, c)))
    .post('/office/events/:id/mails', organiser(db), async (c) => {
      const form = await readForm(c, OwnTextsForm)
      if (!form.ok) return c.html(await mailsPage(db, c, form), 422)
      const { id } = found(await eventWithId(db, c.req.param('id')), 'event')
      await setOwnTexts(db, memberOf(c), id, form.value, c.var.now)
      return c.redirect(`${c.var.to(`/office/events/${id}/mails`)}?saved=yes`, 303)
    })

async function mailsPage(db: Db, c: Context<VisitEnv>, answered: Answered = {}) {
  const event = found(await eventWithId(db, c.req.param('id') ?? ''), 'event')
  const texts = await ownTexts(db, event.id)
  const wanted = c.req.query('language')
  const language = isLanguage(wanted) ? wanted : c.var.language
  const page = c.var.url(`/events/${event.slug}`)
  const previews = previewsOf(event, texts, language, page)
  const isSaved = c.req.query('saved') === 'yes'
  const sent = await lettersSent(db, event.id)
  return <MailsPage visit={c.var} {...{ event, texts, previews, language, sent, isSaved, ...answered }} />
}
