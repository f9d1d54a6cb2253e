import type { Child } from 'hono/jsx'
import type { Visit } from '#platform/http.ts'
import { LinkButton } from '#platform/ui/parts.tsx'
import { companionsOf } from '#programme/index.ts'
import type { Db } from '../tables.ts'
import { seatsOf, shownSeating } from './your-tables.sql.ts'

interface Mine {
  signUpId: string
  eventId: string
  token: string
}

/** The way to one's tables, on one's own page, once there are any to see. */
export async function ownTablesPart(
  db: Db,
  visit: Visit,
  { signUpId, eventId, token }: Mine,
): Promise<Child> {
  const event = await shownSeating(db, eventId)
  if (!event || event.cancelled_at) return null
  const group = [signUpId, ...(await companionsOf(db, signUpId)).map(({ id }) => id)]
  if ((await seatsOf(db, group)).length === 0) return null
  return (
    <p>
      <LinkButton href={visit.to(`/sign-ups/${token}/tables`)}>{visit.t('your-tables.link')}</LinkButton>
    </p>
  )
}
