import type { Context } from 'hono'
import { found } from '#platform/errors.ts'
import { anyone, routes, type VisitEnv } from '#platform/http.ts'
import { pictureWithId } from '#platform/pictures.ts'
import { announcementState } from './announcement.rules.ts'
import { AnnouncementPage } from './announcement.page.tsx'
import { announcementWithSlug, latestAnnouncements, latestInFull } from './announcements.sql.ts'
import { followLinks } from './follow-links.sql.ts'
import { newsFeed } from './news-feed.ts'
import { NewsListPage } from './news-list.page.tsx'
import { pageLength, pageOf, readCursor } from './pages.ts'
import type { Db } from './tables.ts'

// Readers ask every hour or so; this is more than is ever written between two questions.
const feedLength = 20

/** What has been announced, for everybody. */
export const publicRoutes = (db: Db) =>
  routes()
    .get('/news', anyone, async (c) => {
      const after = readCursor(c.req.query('after'))
      const { rows, next } = pageOf(await latestAnnouncements(db, c.var.now, pageLength + 1, after))
      const page = { announcements: rows, next, isFirstPage: after === null, links: await followLinks(db) }
      return c.html(<NewsListPage visit={c.var} {...page} />)
    })
    .get('/news.atom', anyone, async (c) => {
      const { t, language, url, now, site } = c.var
      const title = t('news.feed.title', { site: site.name })
      const feed = newsFeed({ title, language, url }, await latestInFull(db, now, feedLength))
      return c.body(feed, 200, { 'Content-Type': 'application/atom+xml; charset=utf-8' })
    })
    .get('/news/:slug', anyone, async (c) => c.html(await announcementPage(db, c, c.req.param('slug'))))

/** Coordinators see a draft at the address it will have; to others it does not exist. */
async function announcementPage(db: Db, c: Context<VisitEnv>, slug: string) {
  const announcement = found(await announcementWithSlug(db, slug), 'announcement')
  const isShown = announcementState(announcement) === 'published' || Boolean(c.var.member?.party)
  found(isShown || null, 'published announcement')
  const { picture_id } = announcement
  const picture = picture_id ? ((await pictureWithId(db, picture_id)) ?? null) : null
  return <AnnouncementPage visit={c.var} announcement={announcement} picture={picture} />
}
