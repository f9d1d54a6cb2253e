import { hashOf, newToken } from '#platform/ids.ts'
import type { Installation } from './bed.ts'
import type { Sight } from './crawl.ts'
import { dayPages } from './day-pages.ts'
import { dialoguePages } from './dialogue-pages.ts'
import { askedAtDoor, atTheDoor, eventOfDoor } from './door-pages.ts'
import { hourPages } from './hour-pages.ts'
import { inboxPages } from './inbox-pages.ts'
import { partnerPages } from './partner-pages.ts'
import { ideaPages } from './idea-pages.ts'
import { inDatabase } from './in-database.ts'
import {
  answerPages,
  coursePages,
  needPages,
  ownTables,
  surveyPages,
  themePages,
  themeToSet,
} from './linked-pages.ts'

/** Somebody who looks at the sample year: nobody in particular, or one of its roles. */
export type Role = 'visitor' | 'city' | 'organiser'

/** The cookie of a role of the sample year, as signing in gives it. */
export async function cookieOf({ url }: Installation, role: Role | 'civil-society'): Promise<string> {
  if (role === 'visitor') return ''
  const answer = await fetch(`${url}/sv/sign-in/sample/${role}`, { method: 'POST', redirect: 'manual' })
  return answer.headers.getSetCookie()[0]?.split(';')[0] ?? ''
}

/** The pages that no page leads to, because the way there is a sent form or a mail. */
export async function behindForms(platform: Installation): Promise<Sight<Role>[]> {
  const { letters, url } = platform
  const event = openEvent(platform.file)
  const sendForm = async (path: string, fields: Record<string, string>): Promise<void> => {
    const answer = await fetch(`${url}${path}`, { method: 'POST', body: new URLSearchParams(fields) })
    if (!answer.ok) throw new Error(`${path} answers ${answer.status}`)
  }
  const about = { name: 'Karin', capacity: 'resident', language: 'sv' }
  await sendForm(`/sv/events/${event}/sign-up`, { ...about, email: 'karin@example.org', seats: '2' })
  await sendForm('/sv/news/follow', { email: 'amal@example.org', language: 'sv', what: 'news' })
  const own = new URL((await letters.next('karin@example.org')).link('/sign-ups/')).pathname
  const confirm = new URL((await letters.next('amal@example.org')).link('/news/confirm/')).pathname
  const invitation = `/sv/invitations/${invitationLink(platform.file)}`
  const pages = {
    '/invitations/:token': invitation,
    '/invitations/:token/somebody-else': `${invitation}/somebody-else`,
    '/events/:slug/signed-up': `/sv/events/${event}/signed-up?seats=1&waiting=1&until=2026-12-03T11:00:00.000Z`,
    '/sign-in/sent': '/sv/sign-in/sent',
    '/sign-in/sample/:role': '/sv/sign-in/sample/city',
    '/sign-in/with/:token': `/sv/sign-in/with/${signInLink(platform.file)}`,
    '/sign-ups/:token': own,
    '/sign-ups/:token/cancel': `${own}/cancel`,
    '/sign-ups/:token/companions/:companion': `${own}/companions/${aCompanion(platform.file)}`,
    '/sign-ups/:token/door': `${own}/door`,
    '/sign-ups/:token/commitment': `${own}/commitment`,
    ...dayPages(platform.file),
    ...dialoguePages(platform.file),
    ...atTheDoor(platform.file),
    ...ofSeries(platform.file),
    '/minutes/:token': `/sv/minutes/${minutesLink(platform.file)}`,
    '/events/:slug/evaluation/thanks': `/sv/events/${event}/evaluation/thanks`,
    '/evaluations/:token': `/sv/evaluations/${answerLink(platform.file, 'evaluation')}`,
    '/follow-ups/:token': `/sv/follow-ups/${answerLink(platform.file, 'follow-up')}`,
    '/news/follow/asked': '/sv/news/follow/asked',
    '/news/confirm/:token': confirm,
    '/news/unsubscribe/:token': `/sv/news/unsubscribe/${endLink(platform.file)}`,
  }
  const sights = Object.entries(pages).map(([pattern, path]) => ({ role: 'visitor' as const, pattern, path }))
  const news = `/sv/office/news/${anAnnouncement(platform.file)}`
  const publish = { pattern: '/office/news/:id/publish', path: `${news}/publish` }
  const signs = {
    pattern: '/office/events/:id/paper/signs',
    path: `/sv/office/events/${eventOfDoor(platform.file)}/paper/signs?room=Sal+2&wifi=G%C3%A4st`,
  }
  // While those who were present can correct, no page leads to the approval.
  const approve = {
    pattern: '/office/events/:id/notes/approve',
    path: `/sv/office/events/${anEventWithSentNotes(platform.file)}/notes/approve`,
  }
  const ask = {
    pattern: '/office/events/:id/ask/:signUp',
    path: `/sv/office/events/${askedAtDoor(platform.file)}`,
  }
  const invited = `/sv/office/events/${anEventByInvitation(platform.file)}/invitations`
  const toSend = ['send', 'remind'].map((one) => ({
    ...{ pattern: `/office/events/:id/invitations/${one}`, path: `${invited}/${one}` },
  }))
  const behind = [publish, signs, approve, ask, ...toSend, themeToSet(platform.file)]
  return [...sights, ...behind.map((one) => ({ role: 'city' as const, ...one }))]
}

/** What is peculiar to each series. */
const ofSeries = (file: string): Record<string, string> => ({
  ...hourPages(file),
  ...coursePages(file),
  ...needPages(file),
  ...ideaPages(file),
  ...inboxPages(file),
  ...partnerPages(file),
  ...themePages(file),
  ...surveyPages(file),
  ...answerPages(file),
  ...ownTables(file),
})

const openEvent = (file: string): string =>
  inDatabase(file, (database) => {
    const open = `select slug from event where published_at is not null and cancelled_at is null
      and id not in (select event_id from event_audience where kind <> 'everyone')
      and id not in (select event_id from question where required = 1)`
    const row = database.prepare(`${open} and sign_up_closes_at > ? order by starts_at desc limit 1`)
    return String(row.get(new Date().toISOString())?.['slug'])
  })

const aCompanion = (file: string): string =>
  inDatabase(file, (database) => {
    const companion = database.prepare('select id from sign_up where brought_by is not null order by id desc')
    return String(companion.get()?.['id'])
  })

const anEventByInvitation = (file: string): string =>
  inDatabase(file, (database) => {
    const one = "select event_id from event_audience where kind = 'invitation'"
    return String(database.prepare(one).get()?.['event_id'])
  })

const anAnnouncement = (file: string): string =>
  inDatabase(file, (database) =>
    String(database.prepare('select id from announcement limit 1').get()?.['id']),
  )

const anEventWithSentNotes = (file: string): string =>
  inDatabase(file, (database) => {
    const sent = database.prepare(`select event_id from note where state = 'sent' limit 1`)
    return String(sent.get()?.['event_id'])
  })

/** The link of somebody who was present and has sent a correction. */
const minutesLink = (file: string): string =>
  inDatabase(file, (database) => {
    const token = newToken()
    const link = `insert into note_link (token_hash, note_id, sign_up_id, created_at)
      select ?, note_id, sign_up_id, ? from note_correction where answer is null limit 1`
    database.prepare(link).run(hashOf(token), new Date().toISOString())
    return token
  })

/** Nobody mails a link to the made-up people of the sample year, so one is put in by hand; only its hash is stored. */
const signInLink = (file: string): string =>
  inDatabase(file, (database) => {
    const token = newToken()
    const link = `insert into sign_in_link (token_hash, person_id, created_at, expires_at)
      select ?, person_id, ?, ? from coordinator limit 1`
    database.prepare(link).run(hashOf(token), new Date().toISOString(), '2999-01-01T00:00:00.000Z')
    return token
  })

/** As every mail about news has one; the first is written when something is published. */
const endLink = (file: string): string =>
  inDatabase(file, (database) => {
    const token = newToken()
    const link = `insert into subscription_link (token_hash, subscription_id, purpose, language, created_at)
      select ?, id, 'end', 'sv', ? from subscription limit 1`
    database.prepare(link).run(hashOf(token), new Date().toISOString())
    return token
  })

/** As every invitation has one; here to somebody who has not answered, and may pass it on. */
const invitationLink = (file: string): string =>
  inDatabase(file, (database) => {
    const token = newToken()
    const silent = `select invitation.id from invitation join event_audience using (event_id)
      where invitation.kind = 'person' and declined_at is null and event_audience.people_max > 1
      and not exists (select 1 from sign_up where sign_up.event_id = invitation.event_id
        and sign_up.email = invitation.email) limit 1`
    database.prepare(`update invitation set token_hash = ? where id = (${silent})`).run(hashOf(token))
    return token
  })
/** As those who came are mailed one, the day after and three months later. */
const answerLink = (file: string, kind: 'evaluation' | 'follow-up'): string =>
  inDatabase(file, (database) => {
    const token = newToken()
    const link = `insert into evaluation_link (token_hash, event_id, kind)
      select ?, event_id, ? from evaluation_answer limit 1`
    database.prepare(link).run(hashOf(token), kind)
    return token
  })
