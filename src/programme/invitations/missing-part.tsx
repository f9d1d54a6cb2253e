import type { Visit } from '#platform/http.ts'
import type { ProgrammeEvent } from '../events.sql.ts'
import type { Db } from '../tables.ts'
import { MissingNumbers } from './missing-numbers.page.tsx'
import { numbersOf } from './still-missing.rules.ts'
import { organisationsToInvite } from './still-missing.ts'

/** On a forum's page until it begins: how many organisations of each group are in, in numbers alone. */
export async function missingPart(db: Db, visit: Visit, event: ProgrammeEvent) {
  if (event.published_at === null || event.cancelled_at || event.starts_at <= visit.now) return null
  const numbers = numbersOf(await organisationsToInvite(db, event.id))
  return (
    <section class="stack" aria-labelledby="who-is-in">
      <h2 id="who-is-in">{visit.t('invitations.missing.part')}</h2>
      <p>{visit.t('invitations.missing.part-lead')}</p>
      <MissingNumbers visit={visit} numbers={numbers} />
    </section>
  )
}
