import type { Child } from 'hono/jsx'
import type { Visit } from '#platform/http.ts'
import { Card, LinkButton } from '#platform/ui/parts.tsx'
import type { Mine } from '../../forum-parts.tsx'
import type { Db } from '../../tables.ts'
import { eventOfDay, hasRounds } from '../day.sql.ts'
import { refusalToAsk } from './commitment.rules.ts'

/** On one's own page, from when a forum begins until a week after: what will you do yourself? */
export async function askForCommitment(db: Db, visit: Visit, { eventId, token }: Mine): Promise<Child> {
  const event = await eventOfDay(db, eventId)
  if (!event || refusalToAsk(event, visit.now) || !(await hasRounds(db, eventId))) return null
  const { t } = visit
  return (
    <Card level={2} title={t('forum-day.commitments.ask')}>
      <p>{t('forum-day.promise.lead')}</p>
      <LinkButton variant="secondary" href={visit.to(`/sign-ups/${token}/commitment`)}>
        {t('forum-day.commitments.open-form')}
      </LinkButton>
    </Card>
  )
}
