import type { DatabaseSync } from 'node:sqlite'
import { hashOf, newId, newToken } from '#platform/ids.ts'
import { inDatabase } from './in-database.ts'

/** The pages of a course that a form or a mail leads to; nobody mails the made-up people of the sample year. */
export const coursePages = (file: string): Record<string, string> =>
  inDatabase(file, (database) => {
    const now = new Date().toISOString()
    const token = newToken()
    const taken = "select id from course_application where state = 'accepted' and email is not null"
    database
      .prepare(
        `insert into course_link (token_hash, application_id, created_at) values (?, (${taken} limit 1), ?)`,
      )
      .run(hashOf(token), now)
    const number = database.prepare('select number from course_certificate').get()?.['number']
    const open = database.prepare(
      'select slug from course where published_at is not null order by closes_at desc',
    )
    return {
      '/applications/:token': `/sv/applications/${token}`,
      '/certificates/:number': `/sv/certificates/${String(number)}`,
      '/courses/:slug/applied': `/sv/courses/${String(open.get()?.['slug'])}/applied`,
    }
  })

/** The same of needs. */
export const needPages = (file: string): Record<string, string> =>
  inDatabase(file, (database) => {
    const token = newToken()
    const link = `insert into lunch_link (token_hash, voice_id, created_at)
      select ?, id, ? from lunch_voice where email is not null limit 1`
    database.prepare(link).run(hashOf(token), new Date().toISOString())
    return { '/needs/mine/:token': `/sv/needs/mine/${token}`, '/needs/sent': '/sv/needs/sent' }
  })

/** The same of calls for themes. */
export const themePages = (file: string): Record<string, string> =>
  inDatabase(file, (database) => {
    const token = newToken()
    const support =
      'select id from theme_support where email is not null and confirmed_at is not null limit 1'
    database.prepare(`update theme_support set token_hash = ? where id = (${support})`).run(hashOf(token))
    return {
      '/themes/:call/asked': `/sv/themes/${latestCall(database)}/asked`,
      '/theme-wishes/:token': `/sv/theme-wishes/${token}`,
    }
  })

/** Where coordinators set the theme of the call that is open; they are led there when it is over. */
export const themeToSet = (file: string): { pattern: string; path: string } => ({
  pattern: '/office/theme-calls/:call/theme',
  path: `/sv/office/theme-calls/${inDatabase(file, latestCall)}/theme`,
})

const latestCall = (database: DatabaseSync): string =>
  String(database.prepare('select id from theme_call order by closes_at desc').get()?.['id'])

/** The links of a receiver who is asked for an answer and for what came of it, and of somebody told of answers. */
export const answerPages = (file: string): Record<string, string> =>
  inDatabase(file, (database) => {
    const [answer, step, stop, now] = [newToken(), newToken(), newToken(), new Date().toISOString()]
    database
      .prepare(
        `insert into answer_link (id, recommendation_id, token_hash, created_at)
          select ?, id, ?, ? from recommendation where handed_over_on is not null
          and id not in (select recommendation_id from answer) limit 1`,
      )
      .run(newId(), hashOf(answer), now)
    database
      .prepare(
        `insert into answer_step_link (token_hash, answer_id, created_at) select ?, id, ? from answer
          where id not in (select answer_id from answer_step_link) limit 1`,
      )
      .run(hashOf(step), now)
    const seated = "select ?, id, ? from sign_up where state = 'seat' and email is not null limit 1"
    database
      .prepare(`insert into answer_news_link (token_hash, sign_up_id, created_at) ${seated}`)
      .run(hashOf(stop), now)
    return {
      '/answers/:token': `/sv/answers/${answer}`,
      '/answers/steps/:token': `/sv/answers/steps/${step}`,
      '/answers/stop/:token': `/sv/answers/stop/${stop}`,
    }
  })

/** The tables of somebody who has a place at the forum that is to come. */
export const ownTables = (file: string): Record<string, string> =>
  inDatabase(file, (database) => {
    const token = newToken()
    const seated = `select sign_up.id, ? from sign_up join event on event.id = sign_up.event_id
      where event.slug = 'lokaler-for-alla-vem-far-nyckeln' and sign_up.state = 'seat'
      and sign_up.id in (select sign_up_id from table_seat) limit 1`
    database
      .prepare(
        `insert into personal_link (token_hash, sign_up_id, created_at) select ?, one.* from (${seated}) one`,
      )
      .run(hashOf(token), new Date().toISOString())
    return { '/sign-ups/:token/tables': `/sv/sign-ups/${token}/tables` }
  })

/** The same of the yearly survey: the link of an organisation that has not answered. */
export const surveyPages = (file: string): Record<string, string> =>
  inDatabase(file, (database) => {
    const token = newToken()
    const link = `insert into survey_link (token_hash, asked_id, created_at)
      select ?, survey_asked.id, ? from survey_asked join survey on survey.id = survey_id
      where has_answered = 0 and closed_at is null limit 1`
    database.prepare(link).run(hashOf(token), new Date().toISOString())
    return { '/survey/:token': `/sv/survey/${token}` }
  })
