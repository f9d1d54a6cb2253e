import { type Instant, localDate, plus } from '#platform/time.ts'
import type { Writes } from '../tables.ts'
import { confirmDays, monthsKept, postMonthsKept } from './join.rules.ts'
import { invitationDays } from './posts.rules.ts'

const monthDays = 30

/** What nobody needs any longer of those who asked, were invited and acted. What was decided stays. */
export async function forgetOrganisationAskers(db: Writes, now: Instant): Promise<void> {
  const ago = (days: number): Instant => plus(now, { days: -days })
  const [unconfirmed, decided] = [ago(confirmDays), ago(monthsKept * monthDays)]
  await db
    .deleteFrom('organisation_application')
    .where('state', '=', 'unconfirmed')
    .where('asked_at', '<', unconfirmed)
    .execute()
  await db
    .deleteFrom('organisation_claim')
    .where('state', '=', 'unconfirmed')
    .where('asked_at', '<', unconfirmed)
    .execute()
  await db
    .updateTable('organisation_application')
    .set({ person_name: null, email: null, how_democratic: null, wiped_at: now })
    .where('wiped_at', 'is', null)
    .where((eb) =>
      eb.or([
        eb('decided_at', '<', decided),
        eb.and([eb('state', '=', 'withdrawn'), eb('asked_at', '<', decided)]),
        // Asked for more, and never heard of again.
        eb.and([eb('state', '=', 'to-complete'), eb('asked_at', '<', ago(completeDays))]),
      ]),
    )
    .execute()
  await db
    .updateTable('organisation_claim')
    .set({ name: null, email: null, why: null, wiped_at: now })
    .where('wiped_at', 'is', null)
    .where('decided_at', '<', decided)
    .execute()
  await db.deleteFrom('organisation_invitation').where('invited_at', '<', ago(invitationDays)).execute()
  await forgetPosts(db, ago(postMonthsKept * monthDays))
}

const completeDays = 365

/** That there was a chair stays; who it was, for a year after. */
async function forgetPosts(db: Writes, before: Instant): Promise<void> {
  const day = localDate(before)
  await db
    .updateTable('organisation_post')
    .set({ person_id: null, title: null })
    .where('person_id', 'is not', null)
    .where((eb) => eb.or([eb('ended_at', '<', before), eb('until_day', '<', day)]))
    .execute()
}
