import { transact } from '#platform/db.ts'
import { queueMails } from '#platform/mail/index.ts'
import { type Instant, plus } from '#platform/time.ts'
import type { Telling } from './decide-ideas.ts'
import { newsMail, type Told } from './idea.mail.ts'
import { type Idea, ideas } from './ideas.sql.ts'
import { madeOf } from './led-to.sql.ts'
import { decisionsAbout } from './moderation.sql.ts'
import { mayBeTold, type News, newsFor, type NewsKind } from './news.rules.ts'
import { stepsOf } from './steps.sql.ts'
import type { Db, Tx, VoiceRow } from './tables.ts'
import { ideasWithoutEvent, noteEvent, tellFamily, voicesToTell } from './telling.sql.ts'
import { changeVoice, makeLink } from './voices.sql.ts'

// Nobody is told of what has been known for longer.
const tellDays = 8
// A need may wait half a year for its lunch.
const followDays = 400

/** Tells everybody who wished it what has happened to their ideas: in their language, in one mail a day at most. */
export function tellOfIdeas(db: Db, { now, url }: Telling): Promise<void> {
  return transact(db, async (tx) => {
    await followEvents(tx, now)
    const voices = (await voicesToTell(tx, plus(now, { days: -tellDays }))).filter(({ told_at }) =>
      mayBeTold(told_at, now),
    )
    if (voices.length === 0) return
    const known = await loadNews(tx, [...new Set(voices.map(({ idea_id }) => idea_id))])
    for (const email of new Set(voices.map((voice) => voice.email ?? ''))) {
      const own = voices.filter((voice) => voice.email === email)
      await tellOne(tx, own, known, { now, url })
    }
  })
}

/** What an idea became has become an event that everybody can come to: that is news too. */
async function followEvents(tx: Tx, now: Instant): Promise<void> {
  const waiting = await ideasWithoutEvent(tx, plus(now, { days: -followDays }))
  for (const { idea_id, id, kind, event } of await madeOf(tx, waiting)) {
    if (!event || event.starts_at <= now || !(await noteEvent(tx, { idea_id, kind, target_id: id }, now)))
      continue
    await tellFamily(tx, idea_id, now)
  }
}

type Known = ReadonlyMap<string, { idea: Idea; news: readonly News[] }>

async function tellOne(tx: Tx, voices: readonly VoiceRow[], known: Known, { now, url }: Telling) {
  const told: Told[] = []
  for (const voice of voices) {
    const about = known.get(voice.idea_id)
    const since = voice.told_at ?? voice.confirmed_at ?? voice.said_at
    const news = about ? newsFor({ kind: voice.kind, since }, about.news) : []
    if (!about || news.length === 0) continue
    const own = url(voice.language, `/ideas/mine/${await makeLink(tx, { voice: voice.id }, now)}`)
    const { id, number, what, standing } = about.idea
    told.push({ idea: { id, number, what, isShown: standing === 'shown' }, news, own })
    await changeVoice(tx, voice.id, { told_at: now })
  }
  const [first] = voices
  const mail = first?.email && newsMail({ email: first.email, language: first.language }, told, url)
  if (mail) await queueMails(tx, [mail], now)
}

async function loadNews(tx: Tx, ids: readonly string[]): Promise<Known> {
  const rows = await ideas(tx).where('idea.id', 'in', ids).execute()
  const heads = rows.flatMap(({ into_id }) => into_id ?? [])
  const [steps, made] = [await stepsOf(tx, ids), await madeOf(tx, [...ids, ...heads])]
  const known = new Map<string, { idea: Idea; news: News[] }>()
  for (const idea of rows) {
    const decisions = await decisionsAbout(tx, idea.id)
    const news: News[] = [
      ...decisions.flatMap(({ kind, at, reason, words }): News[] =>
        kind === 'kept' ? [] : [{ kind, at, words, reason }],
      ),
      ...decisions.flatMap(({ outcome, answered_at: at, answer }): News[] =>
        outcome === 'stands' && at ? [{ kind: 'appeal-stands', at, words: answer }] : [],
      ),
      ...steps
        .filter(({ idea_id }) => idea_id === idea.id)
        .map(({ kind, at, words, into_number }): News => ({
          ...{ kind: kind satisfies NewsKind, at, words, into: into_number ?? idea.head_number ?? 0 },
        })),
      ...made
        .filter(({ idea_id }) => idea_id === idea.id || idea_id === idea.into_id)
        .flatMap(({ kind, title, at, event, event_at }): News[] => [
          { kind: 'made', at, made: { kind, title } },
          ...(event && event_at ? [{ kind: 'event', at: event_at, event } as const] : []),
        ]),
    ]
    known.set(idea.id, { idea, news: news.toSorted((one, other) => (one.at < other.at ? -1 : 1)) })
  }
  return known
}
