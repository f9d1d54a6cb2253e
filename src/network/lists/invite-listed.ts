import { decide } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import type { Member } from '#platform/http.ts'
import { record } from '#platform/record.ts'
import { invitePerson } from '../organisations/invite-person.ts'
import { organisationWithId } from '../organisations/organisations.sql.ts'
import type { Telling } from '../organisations/telling.ts'
import type { Db } from '../tables.ts'
import { importWithId, lineAt, linesOf } from './imports.sql.ts'

/** So many mails are written while somebody waits; the rest when the button is pressed again. */
export const invitedAtOnce = 200

export interface Invited {
  invited: number
  /** By line: why nobody was asked. */
  refused: ReadonlyMap<number, string>
  left: number
}

/** The office says yes: those of a list whom it has ticked are asked by mail whether they act for the organisation. */
export async function inviteListed(
  db: Db,
  by: Member,
  { id, lines: chosen }: { id: string; lines: ReadonlySet<number> },
  telling: Telling,
): Promise<Invited> {
  const row = found(await importWithId(db, id), 'list')
  const waiting = (await linesOf(db, id)).filter(
    ({ line, done, undone, cells }) =>
      done === 'listed' && undone === null && cells !== null && chosen.has(line),
  )
  const refused = new Map<number, string>()
  let invited = 0
  if (row.state !== 'imported') return { invited, refused, left: 0 }
  for (const { line } of waiting.slice(0, invitedAtOnce)) {
    const refusal = await inviteOne(db, by, { id, line }, telling)
    if (refusal === null) invited += 1
    else refused.set(line, refusal)
  }
  const at = telling.now
  if (invited > 0)
    await decide(db, 'list_import', id, (tx) =>
      record(tx, { what: 'listed-invited', by: by.id, about: id, at, detail: { invited } }),
    )
  return { invited, refused, left: Math.max(0, waiting.length - invitedAtOnce) }
}

/** The mail and what is said of the line are one: nobody is asked twice, and what was asked is kept here no longer. */
const inviteOne = (db: Db, by: Member, { id, line }: { id: string; line: number }, telling: Telling) =>
  decide(db, 'list_import', id, async (tx) => {
    const row = found(await importWithId(tx, id), 'list')
    const current = await lineAt(tx, id, line)
    const contact = current?.cells?.contact
    if (row.state !== 'imported' || current?.done !== 'listed' || !contact?.email || !contact.kind)
      return 'gone'
    const organisation = found(await organisationWithId(tx, current.organisation_id ?? ''), 'organisation')
    const form = {
      ...{ name: contact.name ?? '', email: contact.email, language: contact.language ?? by.language },
      ...{ kind: contact.kind, title: contact.title ?? null, until_day: contact.until_day ?? null },
    }
    const refusal = await invitePerson(tx, by, organisation, form, { ...telling, fromList: true })
    if (refusal) return refusal
    await tx
      .updateTable('list_import_line')
      .set({ done: 'invited', cells: null })
      .where('id', '=', current.id)
      .execute()
    return null
  })
