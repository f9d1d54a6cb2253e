import { decide } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import type { Member } from '#platform/http.ts'
import { hashOf, newToken } from '#platform/ids.ts'
import type { Language, Texts } from '#platform/language.ts'
import { queueMail } from '#platform/mail/index.ts'
import { record } from '#platform/record.ts'
import { localDate } from '#platform/time.ts'
import type { Db } from '../../tables.ts'
import type { Letters } from '../letters.ts'
import { makingStateOf } from '../making-state.ts'
import { successorWithId } from '../successor.sql.ts'
import { askMail } from './carry.mail.ts'
import { putCarryLink } from './carry.sql.ts'
import { loadCarried, silentOwners } from './load-carried.ts'

export interface Organisation {
  id: string
  name: Texts
  email: string | null
  /** What it has promised and not answered for. */
  commitments: { number: number; title: Texts }[]
}

/** Organisations that own something unfinished and have not answered, each once with all that it is asked for. */
export async function silentOrganisations(db: Db, successorId: string, now: string): Promise<Organisation[]> {
  const successor = found(await successorWithId(db, successorId), 'plan in the making')
  const waiting = (await loadCarried(db, successor, localDate(now))).filter(
    ({ fate }) => fate === 'unanswered',
  )
  const by = new Map<string, Organisation>()
  for (const carried of waiting) {
    for (const { id, kind, name, contact_email } of silentOwners(carried)) {
      if (kind === 'party') continue
      const one: Organisation = by.get(id) ?? { id, name, email: contact_email, commitments: [] }
      one.commitments.push({ number: carried.commitment.number, title: carried.commitment.title })
      by.set(id, one)
    }
  }
  return [...by.values()]
}

/** Mails every organisation that has an address and has not answered; answers with how many that were. */
export function askOrganisations(
  db: Db,
  { successorId, by, language }: { successorId: string; by: Member; language: Language },
  { now, url }: Letters,
): Promise<number | 'proposed' | 'adopted'> {
  return decide(db, 'successor', successorId, async (tx) => {
    const successor = found(await successorWithId(tx, successorId), 'plan in the making')
    const state = makingStateOf(successor)
    if (state !== 'making') return state
    const silent = await silentOrganisations(tx, successorId, now)
    let asked = 0
    for (const { id, name, email, commitments } of silent) {
      if (email === null) continue
      const token = newToken()
      await putCarryLink(tx, {
        ...{ token_hash: hashOf(token), successor_id: successorId, organisation_id: id, language },
        ...{ sent_at: now, sent_by: by.id },
      })
      const link = url(language, `/plan/next/answer/${token}`)
      await queueMail(tx, askMail({ to: { email, language }, name, commitments, plan: successor, link }), now)
      asked += 1
    }
    const detail = { organisations: asked }
    await record(tx, { what: 'carry-asked', by: by.id, about: successorId, at: now, detail })
    return asked
  })
}
