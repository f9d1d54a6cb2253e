import { decide } from '#platform/db.ts'
import { hashOf, newToken } from '#platform/ids.ts'
import { queueMail } from '#platform/mail/index.ts'
import { record } from '#platform/record.ts'
import { localDate } from '#platform/time.ts'
import type { Db } from '../../tables.ts'
import type { Letters } from '../letters.ts'
import { addMemberLink, membersOn } from '../seats/seats.sql.ts'
import { callMail } from './meetings.mail.ts'
import { lettersDue } from './meetings.rules.ts'
import { itemsOf } from './meetings.sql.ts'
import { addTold, meetingsToTell, toldOf } from './minutes.sql.ts'

/** Calls members to the meetings to come, and reminds them a week before: each letter once for each time. */
export async function tellMembers(db: Db, { now, url }: Letters): Promise<void> {
  for (const { id } of await meetingsToTell(db, now)) {
    await decide(db, 'steering_meeting', id, async (tx) => {
      const meeting = (await meetingsToTell(tx, now)).find((one) => one.id === id)
      const kind = meeting ? lettersDue(meeting, await toldOf(tx, id), now) : null
      if (!meeting || !kind) return
      await addTold(tx, { meeting_id: id, kind, starts_at: meeting.starts_at, at: now })
      const items = await itemsOf(tx, id)
      const members = await membersOn(tx, localDate(meeting.starts_at))
      for (const member of members.filter((one) => one.email !== null)) {
        const token = newToken()
        await addMemberLink(tx, { token_hash: hashOf(token), term_id: member.id, created_at: now })
        const link = url(member.language, `/steering-group/mine/${token}/meetings/${id}`)
        await queueMail(tx, callMail({ kind, member, meeting, items, link }), now)
      }
      const detail = { people: members.length, kind }
      await record(tx, { what: 'steering-members-told', by: null, about: id, at: now, detail })
    })
  }
}
