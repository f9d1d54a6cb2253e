import { setImmediate as nextRound } from 'node:timers/promises'
import * as z from 'zod'
import { insertRows, json, transact } from '#platform/db.ts'
import { texts } from '#platform/form.ts'
import type { Member } from '#platform/http.ts'
import { hashOf, newId, newToken } from '#platform/ids.ts'
import { inLanguage, languages } from '#platform/language.ts'
import { record } from '#platform/record.ts'
import { freeSlug, slugOf } from '#platform/search.ts'
import { type Instant, plus } from '#platform/time.ts'
import { byId, type Conversation, isLeftOut, type Vote } from '../opinion-map/conversation.ts'
import type { Db, ForumTables, Writes } from '../tables.ts'

export const ImportForm = z.object({
  id: z.uuid(),
  title: texts(120, 'opinions.import.title-missing'),
  language: z.enum(languages, 'opinions.import.language-missing'),
})

interface Importing {
  by: Member
  eventId: string
  now: Instant
}

/** A conversation that was held elsewhere becomes a dialogue: closed, with its statements and the latest vote of everybody. */
export const importPolis = (
  db: Db,
  { by, eventId, now }: Importing,
  form: z.output<typeof ImportForm>,
  conversation: Conversation,
): Promise<void> =>
  transact(db, async (tx) => {
    const known = await tx.selectFrom('dialogue').select('id').where('id', '=', form.id).executeTakeFirst()
    // The same form, sent twice.
    if (known) return
    const times = timesOf(now)
    const slug = await newSlug(tx, inLanguage(form.title, 'sv'))
    await tx
      .insertInto('dialogue')
      .values({
        ...{ id: form.id, event_id: eventId, slug, title: json(form.title), lead: '{}', made_by: by.id },
        ...{ created_at: now, opened_at: times.opened, closes_at: now, closed_at: null, shown_at: null },
      })
      .execute()
    const statements = await addStatements(tx, { ...form, by, at: times.opened }, conversation)
    const voters = await addVoters(tx, form, conversation.votes, times.opened)
    const votes = latestVotes(conversation.votes).map(({ person, statement, opinion }) => ({
      ...{ statement_id: statements.get(statement) ?? '', voter_id: voters.get(person) ?? '' },
      ...{ vote: opinion, at: times.voted },
    }))
    await addVotes(tx, votes)
    await turnDown(tx, conversation, statements, now)
    const detail = { people: voters.size, votes: votes.length }
    await record(tx, { what: 'dialogue-imported', by: by.id, about: form.id, at: now, detail })
  })

/** It was open for a moment just now: when people really voted is in the files, and nobody's business here. */
const timesOf = (now: Instant) => ({
  opened: plus(now, { seconds: -2 }),
  voted: plus(now, { seconds: -1 }),
})

async function newSlug(tx: Writes, title: string): Promise<string> {
  const slug = slugOf(title) || 'import'
  const alike = await tx.selectFrom('dialogue').select('slug').where('slug', 'like', `${slug}%`).execute()
  return freeSlug(slug, new Set(alike.map((one) => one.slug)))
}

type Making = Pick<z.output<typeof ImportForm>, 'id' | 'language'>

async function addStatements(
  tx: Db,
  { id, language, by, at }: Making & { by: Member; at: Instant },
  { statements }: Conversation,
): Promise<Map<string, string>> {
  const rows = statements
    .toSorted((a, b) => byId(a.id, b.id))
    .map((one, index) => ({
      ...{ id: newId(), dialogue_id: id, number: index + 1, language, words: one.text.trim() },
      ...{ translations: {}, is_seed: one.isSeed ? 1 : 0, is_meta: one.isMeta ? 1 : 0, written_by: null },
      ...{ created_at: at, state: 'shown' as const, decided_at: at, decided_by: by.id, reason: null },
      was: one.id,
    }))
  type NewStatement = Omit<(typeof rows)[number], 'was'>
  await insertRows<NewStatement>(
    tx,
    'statement',
    rows.map(({ was: _was, ...row }) => row),
  )
  return new Map(rows.map(({ was, id }) => [was, id]))
}

async function addVoters(
  tx: Db,
  { id, language }: Making,
  votes: readonly Vote[],
  at: Instant,
): Promise<Map<string, string>> {
  const people = [...new Set(votes.map(({ person }) => person))].sort(byId)
  const rows = people.map(() => ({
    ...{ id: newId(), dialogue_id: id, token_hash: hashOf(newToken()), language, created_at: at },
  }))
  await insertRows<(typeof rows)[number]>(tx, 'voter', rows)
  return new Map(people.map((person, index) => [person, rows[index]?.id ?? '']))
}

// As many as are written before pages get their turn.
const votesAtOnce = 500

async function addVotes(tx: Db, votes: readonly ForumTables['vote'][]): Promise<void> {
  for (let from = 0; from < votes.length; from += votesAtOnce) {
    await insertRows<ForumTables['vote']>(tx, 'vote', votes.slice(from, from + votesAtOnce))
    await nextRound()
  }
}

function latestVotes(votes: readonly Vote[]): Vote[] {
  const latest = new Map<string, Vote>()
  for (const vote of votes) {
    const key = `${vote.person} ${vote.statement}`
    const before = latest.get(key)
    if (!before || vote.at >= before.at) latest.set(key, vote)
  }
  return [...latest.values()]
}

/** What was moderated out elsewhere is turned down here, with the votes it had. */
async function turnDown(
  tx: Writes,
  { statements }: Conversation,
  ids: ReadonlyMap<string, string>,
  now: Instant,
): Promise<void> {
  const out = statements.filter((one) => isLeftOut(one) && !one.isMeta)
  for (const { id } of out)
    await tx
      .updateTable('statement')
      .set({ state: 'turned-down', decided_at: now, reason: 'Moderated out in Polis' })
      .where('id', '=', ids.get(id) ?? '')
      .execute()
}
