import { changedTablesMail } from '#forum/index.ts'
import { hashOf, newId, newToken } from '#platform/ids.ts'
import { htmlIn, textOf } from '#platform/mail/index.ts'
import { plus } from '#platform/time.ts'
import type { Held } from './event-rows.ts'
import { mailRow } from './mail-rows.ts'
import type { Writes } from './tables.ts'

interface At {
  now: string
  baseUrl: string
}

/** The mails that told those who were moved first of their new tables, each with the link to them; the last move is untold. */
export async function finishYourTables(tx: Writes, events: readonly Held[], at: At): Promise<void> {
  const coming = events.find((one) => one.sample.key === 'open-doors')
  if (!coming) return
  const event_id = coming.row.id
  const steps = await tx
    .selectFrom('seating_step')
    .select(['version', 'seats'])
    .where('event_id', '=', event_id)
    .where('kind', '=', 'swapped')
    .orderBy('version')
    .execute()
  const [told, untold] = steps
  if (!told) return
  const mailed_at = plus(at.now, { hours: -4 })
  let people = 0
  for (const [round, signUp, from, to] of told.seats)
    people += await tell(tx, coming, { round, signUp, from, to }, { ...at, now: mailed_at })
  if (people > 0)
    await tx
      .insertInto('seats_mailed')
      .values({ event_id, version: told.version, mailed_at, mailed_by: coming.by, people })
      .execute()
  if (untold)
    await tx
      .updateTable('seating')
      .set({ version: untold.version })
      .where('event_id', '=', event_id)
      .execute()
}

interface Change {
  round: number
  signUp: string
  from: string | null
  to: string | null
}

/** Answers with how many were mailed. */
async function tell(
  tx: Writes,
  { sample, row }: Held,
  change: Change,
  { now, baseUrl }: At,
): Promise<number> {
  const person = await tx
    .selectFrom('sign_up')
    .select(['id', 'name', 'email', 'language'])
    .where('id', '=', change.signUp)
    .executeTakeFirst()
  const { email, ...reader } = person ?? { id: '', name: '', email: null, language: 'sv' as const }
  if (email === null) return 0
  const tables = await tx
    .selectFrom('forum_table')
    .select(['id', 'number'])
    .where('event_id', '=', row.id)
    .execute()
  const numberOf = (table: string | null) => tables.find(({ id }) => id === table)?.number ?? null
  const token = newToken()
  await tx
    .insertInto('personal_link')
    .values({ token_hash: hashOf(token), sign_up_id: reader.id, created_at: now })
    .execute()
  const seat = { round: change.round, from: numberOf(change.from), to: numberOf(change.to), who: '' }
  const { subject, language, body } = changedTablesMail({
    ...{ event: { title: sample.title }, reader: { ...reader, email }, changes: [seat], token },
    url: (of, path) => `${baseUrl}/${of}${path}`,
  })
  const letter = { id: newId(), created_at: now, to_address: email, language, subject, about: reader.id }
  const texts = {
    text_body: textOf(body),
    html_body: htmlIn({ subject, language, body, html_body: '' }),
  }
  await tx
    .insertInto('mail')
    .values({ ...mailRow(letter, [], { state: 'sent', error: null }), ...texts })
    .execute()
  return 1
}
