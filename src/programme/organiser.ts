import { memberOf, signedIn } from '#people/index.ts'
import { NotFound } from '#platform/errors.ts'
import type { Guard, Member } from '#platform/http.ts'
import { isOrganiser } from './office-events.sql.ts'
import type { Db, Reads } from './tables.ts'

/** Coordinators look after every event, organisers after their own. */
export const looksAfter = async (db: Reads, member: Member | null, eventId: string): Promise<boolean> =>
  member !== null && (member.party !== null || (await isOrganiser(db, eventId, member.id)))

/** Lets in whoever looks after the event whose id is in the address. For everybody else it does not exist. */
export const organiser =
  (db: Db): Guard =>
  (c, next) =>
    signedIn(c, async () => {
      const mayEnter = await looksAfter(db, memberOf(c), c.req.param('id') ?? '')
      if (!mayEnter) throw new NotFound('event to look after')
      await next()
    })
