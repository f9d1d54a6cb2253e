import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { hashOf, newId, newToken } from '#platform/ids.ts'
import { languages, type Language } from '#platform/language.ts'
import { queueMail } from '#platform/mail/index.ts'
import { record } from '#platform/record.ts'
import { projectRoot } from '#platform/root.ts'
import { datePlus, type Instant, instantAt, localDate, plus } from '#platform/time.ts'
import type { Writes } from '../tables.ts'
import { newsMail } from './following.mail.ts'
import { type FollowedKind, news, toldBy } from './following.rules.ts'
import { type Follower, keepTold } from './following.sql.ts'
import { idAt } from './id-at.ts'
import { followingToday } from './tidings.ts'

interface Followed {
  kind: FollowedKind
  /** As in its address. */
  at: string
  followers: number
  daysAgo: number
  /** One of them was told yesterday of what has come of it. */
  news?: boolean
}

interface Means {
  now: Instant
  url: (language: Language, path: string) => string
}

/** Made-up people who want to hear what comes of some things; they know what there is, and one of each was told. */
export async function followInSample(tx: Writes, means: Means): Promise<void> {
  const file = join(projectRoot, 'content', 'sample', 'followers.json')
  const all = JSON.parse(readFileSync(file, 'utf8')) as Followed[]
  let number = 0
  for (const one of all) {
    const id = await idAt(tx, one.kind, one.at)
    if (id === undefined) continue
    const tidings = await followingToday(tx, one.kind, id)
    const since = plus(means.now, { days: -one.daysAgo })
    for (let index = 0; index < one.followers; index += 1) {
      number += 1
      const follower = await addFollower(tx, number, since)
      const wish = { id: newId(), follower_id: follower.id, kind: one.kind, thing_id: id }
      await tx
        .insertInto('thread_wish')
        .values({ ...wish, asked_at: since, confirmed_at: since })
        .execute()
      if (one.news && index === 0) await tellYesterday(tx, follower, tidings, means)
      await keepTold(tx, follower.id, [...new Set(tidings.flatMap(toldBy))], since)
    }
  }
}

async function addFollower(tx: Writes, number: number, created_at: Instant): Promise<Follower> {
  const language = languages[number % languages.length] ?? 'sv'
  const email = `follower-${number}@example.org`
  const row = { id: newId(), email, language, mailed_on: null, created_at }
  await tx.insertInto('thread_follower').values(row).execute()
  return row
}

async function tellYesterday(
  tx: Writes,
  follower: Follower,
  [own, ...rest]: Awaited<ReturnType<typeof followingToday>>,
  { now, url }: Means,
): Promise<void> {
  const yesterday = datePlus(localDate(now), -1)
  const at = instantAt(yesterday, '09:40')
  const known = new Set(own ? toldBy(own).slice(0, 1) : [])
  const { tell } = news(own ? [own, ...rest] : rest, { told: known, elsewhere: new Set() })
  if (tell.length === 0) return
  const token = newToken()
  const link = { token_hash: hashOf(token), follower_id: follower.id, wish_id: null, created_at: at }
  await tx.insertInto('thread_link').values(link).execute()
  const day = { mailed_on: yesterday }
  await tx.updateTable('thread_follower').set(day).where('id', '=', follower.id).execute()
  await queueMail(tx, { ...newsMail({ follower, tell, token, url }), about: follower.id }, at)
  const detail = { count: tell.length }
  await record(tx, { what: 'thread-told', by: null, about: follower.id, at, detail })
}
