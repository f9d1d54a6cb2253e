import { decide } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { hashOf, newToken } from '#platform/ids.ts'
import { withinLimits } from '#platform/limits.ts'
import { queueMail } from '#platform/mail/index.ts'
import type { Capacity } from '#programme/tables.ts'
import type { UrlOf } from '../minutes/note.mail.ts'
import type { Db } from '../tables.ts'
import { linkMail } from './dialogue.mail.ts'
import { dialogueState, mailsPerAddress, mailsPerNetwork } from './dialogue.rules.ts'
import { dialogueWithId } from './dialogues.sql.ts'
import { type Comer, findVoters } from './find-voters.ts'
import { addLink, changeVoter } from './voters.sql.ts'

export interface InDialogue extends Comer {
  dialogueId: string
}

export type KnowRefusal = 'too-many-people' | 'too-many-mails' | 'closed' | 'not-open-yet'

/** Tells what somebody takes part as, or that they would rather not; it can be corrected for as long as one can vote. */
export function tellSector(db: Db, me: InDialogue, capacity: Capacity | null) {
  return decide(db, 'dialogue', me.dialogueId, async (tx): Promise<KnowRefusal | null> => {
    const refusal = await refusalNow(tx, me)
    if (refusal) return refusal
    const [voter] = await findVoters(tx, me.dialogueId, [me])
    if (!voter) return 'too-many-people'
    await changeVoter(tx, voter, { sector_asked_at: me.now, ...(capacity && { capacity }) })
    return null
  })
}

/** Mails a link with which to vote as the same person from another device. Everybody gets the same answer. */
export function askForLink(db: Db, me: InDialogue & { url: UrlOf }, email: string) {
  const { dialogueId, now, from, language } = me
  return decide(db, 'dialogue', dialogueId, async (tx): Promise<KnowRefusal | null> => {
    const refusal = await refusalNow(tx, me)
    if (refusal) return refusal
    const limits = [
      { key: `dialogue:address:${hashOf(email)}`, ...mailsPerAddress },
      { key: `dialogue:mails:${from}`, ...mailsPerNetwork },
    ]
    if (!(await withinLimits(tx, limits, now))) return 'too-many-mails'
    const [voter] = await findVoters(tx, dialogueId, [me])
    if (!voter) return 'too-many-people'
    const dialogue = found(await dialogueWithId(tx, dialogueId), 'dialogue')
    const token = newToken()
    await addLink(tx, { token_hash: hashOf(token), voter_id: voter, email, created_at: now })
    const link = me.url(language, `/dialogue/${dialogue.slug}/link/${token}`)
    await queueMail(tx, { ...linkMail({ email, language }, dialogue.title, link), about: dialogueId }, now)
    return null
  })
}

async function refusalNow(
  tx: Db,
  { dialogueId, now }: InDialogue,
): Promise<'closed' | 'not-open-yet' | null> {
  const state = dialogueState(found(await dialogueWithId(tx, dialogueId), 'dialogue'), now)
  if (state === 'open') return null
  return state === 'draft' ? 'not-open-yet' : 'closed'
}
