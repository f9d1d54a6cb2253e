import { decide } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { record } from '#platform/record.ts'
import { searchText } from '#platform/search.ts'
import type { Instant } from '#platform/time.ts'
import { eventWithId } from '../events.sql.ts'
import type { Db, SignUpRow } from '../tables.ts'
import { type ChangeRefusal, refusalToChange } from './seats.rules.ts'
import { type About, needsWipedOn, organisationOf } from './sign-up.ts'
import { changeNeeds, changeSignUpRow, signUpWithId } from './sign-ups.sql.ts'

/** Changes what somebody said about themselves; the seat or the place in the queue stays as it is. */
export function changeSignUp(
  db: Db,
  signUp: SignUpRow,
  form: About,
  now: Instant,
): Promise<ChangeRefusal | null> {
  return decide(db, 'event', signUp.event_id, async (tx) => {
    const event = found(await eventWithId(tx, signUp.event_id), 'event')
    const current = found(await signUpWithId(tx, signUp.id), 'sign-up')
    const refusal = refusalToChange(current, event, now)
    if (refusal) return refusal

    const { access, interpretation, diet, organisation, ...about } = form
    const change = {
      ...about,
      ...(await organisationOf(tx, organisation)),
      search_text: searchText(about.name),
    }
    await changeSignUpRow(tx, current.id, change)
    await changeNeeds(tx, current.id, { access, interpretation, diet }, needsWipedOn(event))
    await record(tx, {
      what: 'sign-up-changed',
      by: null,
      about: event.id,
      at: now,
      detail: { signUp: current.id },
    })
    return null
  })
}
