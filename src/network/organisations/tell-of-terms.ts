import { coordinatorsNow } from '#people/index.ts'
import { decide } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { queueMails } from '#platform/mail/index.ts'
import { datePlus, localDate } from '#platform/time.ts'
import type { Db, Tx } from '../tables.ts'
import { organisationWithId } from './organisations.sql.ts'
import { termEndsMail } from './post.mail.ts'
import { actsOn, endsSoon, termToldDays } from './posts.rules.ts'
import { organisationsWithTermsUntil, postsOf, setTold } from './posts.sql.ts'
import { isEnded } from './profile.rules.ts'
import type { Telling } from './telling.ts'

/** Tells those who act for an organisation, and the office, that a post ends within a month; of each post once. */
export async function tellOfTerms(db: Db, telling: Telling): Promise<void> {
  const today = localDate(telling.now)
  const last = datePlus(today, termToldDays)
  for (const id of await organisationsWithTermsUntil(db, today, last))
    await decide(db, 'organisation', id, (tx) => tellOf(tx, id, telling))
}

async function tellOf(tx: Tx, organisationId: string, { now, url }: Telling): Promise<void> {
  const today = localDate(now)
  const organisation = found(await organisationWithId(tx, organisationId), 'organisation')
  if (organisation.merged_into !== null || isEnded(organisation, today)) return
  const posts = await postsOf(tx, organisationId)
  const ending = posts.filter((post) => post.told_at === null && endsSoon(post, today))
  if (ending.length === 0) return
  const theirs = posts.flatMap(({ email, name, language, ...term }) =>
    email && name && language && actsOn(term, today) ? [{ email, name, language }] : [],
  )
  const everybody = new Map([...(await coordinatorsNow(tx)), ...theirs].map((one) => [one.email, one]))
  const { id, slug, name } = organisation
  const mails = [...everybody.values()].map((to) =>
    termEndsMail(to, { id, name, posts: ending }, url(to.language, `/network/organisations/${slug}/people`)),
  )
  await queueMails(tx, mails, now)
  for (const post of ending) await setTold(tx, post.id, now)
}
