import type { Context } from 'hono'
import { coordinator, memberOf } from '#people/index.ts'
import { downloadTable } from '#platform/download-table.ts'
import { found } from '#platform/errors.ts'
import { readForm, routes, type VisitEnv } from '#platform/http.ts'
import { newId } from '#platform/ids.ts'
import { inLanguage } from '#platform/language.ts'
import { pictureWithId } from '#platform/pictures.ts'
import { localDate } from '#platform/time.ts'
import { announcementState } from './announcement.rules.ts'
import { flat, readAnnouncement } from './announcement-form.ts'
import { allAnnouncements, announcementWithId } from './announcements.sql.ts'
import { EditAnnouncementPage } from './edit-announcement.page.tsx'
import { FollowLinksPage } from './follow-links.page.tsx'
import { followLinks } from './follow-links.sql.ts'
import { OfficeNewsPage } from './office-list.page.tsx'
import { PublishPage, TakeDownPage } from './publish-announcement.page.tsx'
import { publishAnnouncement, takeDownAnnouncement } from './publish-announcement.ts'
import { createAnnouncement, editAnnouncement } from './save-announcement.ts'
import { FollowLinksForm, rowNumbers, setFollowLinks } from './set-follow-links.ts'
import { followerCounts, seriesToFollow } from './subscriptions.sql.ts'
import type { Db } from './tables.ts'

type C = Context<VisitEnv>

const inFileMax = 20_000

/** Where coordinators write, publish and take down what is announced. */
export const officeRoutes = (db: Db, uploads: string) =>
  routes().route('/', linkRoutes(db)).route('/', writingRoutes(db, uploads)).route('/', publishingRoutes(db))

const linkRoutes = (db: Db) =>
  routes()
    .get('/office/news/links', coordinator, async (c) => {
      const page = { links: await followLinks(db), rows: rowNumbers }
      return c.html(<FollowLinksPage visit={c.var} {...page} saved={c.req.query('saved') !== undefined} />)
    })
    .post('/office/news/links', coordinator, async (c) => {
      const form = await readForm(c, FollowLinksForm)
      if (!form.ok) {
        return c.html(<FollowLinksPage visit={c.var} links={[]} rows={rowNumbers} {...form} />, 422)
      }
      await setFollowLinks(db, memberOf(c), form.value, c.var.now)
      return c.redirect(c.var.to('/office/news/links?saved'), 303)
    })

const writingRoutes = (db: Db, uploads: string) =>
  routes()
    .get('/office/news', coordinator, async (c) => c.html(<OfficeNewsPage {...await listProps(db, c)} />))
    .get('/office/news.csv', coordinator, (c) => newsFile(db, c))
    .get('/office/news/new', coordinator, (c) =>
      c.html(<EditAnnouncementPage visit={c.var} id={newId()} announcement={null} picture={null} />),
    )
    .post('/office/news/new', coordinator, async (c) => {
      const form = await readAnnouncement(c, false)
      const page = { visit: c.var, announcement: null, picture: null }
      if (!form.ok) return c.html(<EditAnnouncementPage {...page} {...form} />, 422)
      const id = await createAnnouncement(db, memberOf(c), form.value, { now: c.var.now, uploads })
      return c.redirect(c.var.to(`/office/news/${id}?saved`), 303)
    })
    .get('/office/news/:id', coordinator, async (c) => {
      const page = await editProps(db, c, c.req.param('id'))
      return c.html(<EditAnnouncementPage {...page} saved={c.req.query('saved') !== undefined} />)
    })
    .post('/office/news/:id', coordinator, async (c) => {
      const id = c.req.param('id')
      const page = await editProps(db, c, id)
      const form = await readAnnouncement(c, page.picture !== null)
      if (!form.ok) return c.html(<EditAnnouncementPage {...page} {...form} />, 422)

      const refusal = await editAnnouncement(db, memberOf(c), id, form.value, { now: c.var.now, uploads })
      if (!refusal) return c.redirect(c.var.to(`/office/news/${id}?saved`), 303)
      // Read again: theirs is what the next press of the button replaces.
      const again = { ...(await editProps(db, c, id)), filled: flat(form.value.words) }
      return c.html(<EditAnnouncementPage {...again} refusal={`news.refusal.${refusal}`} />, 409)
    })

const publishingRoutes = (db: Db) =>
  routes()
    .get('/office/news/:id/publish', coordinator, async (c) =>
      c.html(<PublishPage {...await publishProps(db, c, c.req.param('id'))} />),
    )
    .post('/office/news/:id/publish', coordinator, async (c) => {
      const id = c.req.param('id')
      const refusal = await publishAnnouncement(db, memberOf(c), id, c.var.now)
      if (!refusal) return c.redirect(c.var.to(`/office/news/${id}`), 303)
      return c.html(
        <PublishPage {...await publishProps(db, c, id)} refusal={`news.refusal.${refusal}`} />,
        409,
      )
    })
    .get('/office/news/:id/take-down', coordinator, async (c) => {
      const { visit, announcement } = await editProps(db, c, c.req.param('id'))
      return c.html(<TakeDownPage visit={visit} announcement={announcement} />)
    })
    .post('/office/news/:id/take-down', coordinator, async (c) => {
      const { visit, announcement } = await editProps(db, c, c.req.param('id'))
      const refusal = await takeDownAnnouncement(db, memberOf(c), announcement.id, visit.now)
      if (!refusal) return c.redirect(visit.to(`/office/news/${announcement.id}`), 303)
      const page = { visit, announcement, refusal: `news.refusal.${refusal}` }
      return c.html(<TakeDownPage {...page} />, 409)
    })

const officePageLength = 50

/** Every announcement, as a file. */
async function newsFile(db: Db, c: C): Promise<Response> {
  const { t, language, url } = c.var
  const header = ['title', 'state', 'written', 'published', 'page'].map((one) => t(`lists.out.${one}`))
  const rows = (await allAnnouncements(db, { max: inFileMax, skip: 0 })).map((one) => [
    ...[
      inLanguage(one.title, language),
      t(`news.state.${announcementState(one)}`),
      localDate(one.created_at),
    ],
    one.published_at ? localDate(one.published_at) : null,
    url(`/office/news/${one.id}`),
  ])
  return downloadTable(c, { name: t('lists.file-name.news'), header, rows })
}

async function listProps(db: Db, c: C) {
  const page = Math.min(Math.max(1, Number.parseInt(c.req.query('page') ?? '1', 10) || 1), 1000)
  const skip = (page - 1) * officePageLength
  const rows = await allAnnouncements(db, { max: officePageLength + 1, skip })
  const counts = new Map((await followerCounts(db)).map((one) => [one.series_id, one.followers]))
  const series = (await seriesToFollow(db)).map(({ id, name }) => ({ id, name }))
  return {
    visit: c.var,
    announcements: rows.slice(0, officePageLength),
    nextPage: rows.length > officePageLength ? page + 1 : null,
    followers: [{ id: null, name: null }, ...series].map(({ id, name }) => ({
      series: name,
      count: counts.get(id) ?? 0,
    })),
  }
}

async function editProps(db: Db, c: C, id: string) {
  const announcement = found(await announcementWithId(db, id), 'announcement')
  const { picture_id } = announcement
  const picture = picture_id ? ((await pictureWithId(db, picture_id)) ?? null) : null
  return { visit: c.var, announcement, picture }
}

async function publishProps(db: Db, c: C, id: string) {
  const { visit, announcement } = await editProps(db, c, id)
  const ofNews = (await followerCounts(db)).find(({ series_id }) => series_id === null)
  return { visit, announcement, followers: ofNews?.followers ?? 0 }
}
