import { decide } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { record } from '#platform/record.ts'
import { searchText } from '#platform/search.ts'
import { eventWithId } from '../../events.sql.ts'
import { keepSaid, type Said } from '../../questions/ask-at-sign-up.ts'
import { putNeeds } from '../../questions/needs.sql.ts'
import { needsApart } from '../../questions/read-needs.ts'
import type { ForWhomRefusal } from '../../invitations/for-whom.rules.ts'
import { refusalToTakePartAs } from '../../invitations/known.ts'
import type { Db, SignUpRow } from '../../tables.ts'
import type { Letters } from '../letters.ts'
import { moveUp } from '../queue/move-up.ts'
import { organisationKey, refusalToBecome, type SeatRefusal } from '../seats.rules.ts'
import { seatsOf } from '../seats.sql.ts'
import type { About } from '../sign-up-form.ts'
import { organisationOf } from '../organisations.ts'
import { type ChangeRefusal, refusalToChange, takesSeat } from '../sign-up.rules.ts'
import { needsWipedOn } from '../sign-up.ts'
import { changeSignUpRow, signUpWithId } from '../sign-ups.sql.ts'

/** Changes what somebody said about themselves; the seat or the place in the queue stays, while that can be. */
export function changeSignUp(
  db: Db,
  signUp: SignUpRow,
  { form, said }: { form: About; said: Said },
  letters: Letters,
): Promise<ChangeRefusal | SeatRefusal | ForWhomRefusal | null> {
  return decide(db, 'event', signUp.event_id, async (tx) => {
    const { now } = letters
    const event = found(await eventWithId(tx, signUp.event_id), 'event')
    const current = found(await signUpWithId(tx, signUp.id), 'sign-up')
    const refusal = refusalToChange(current, event, now)
    if (refusal) return refusal

    const { needs, rest } = needsApart(form)
    const { organisation, ...about } = rest
    const change = {
      ...about,
      ...(await organisationOf(tx, organisation)),
      search_text: searchText(about.name),
    }
    const forOthers = await refusalToTakePartAs(tx, event, current, form.capacity)
    if (forOthers) return forOthers
    if (takesSeat(current.state)) {
      const wanted = { capacity: change.capacity, organisation: organisationKey(change) }
      const has = { capacity: current.capacity, organisation: organisationKey(current) }
      const seatRefusal = refusalToBecome(await seatsOf(tx, event), has, wanted)
      if (seatRefusal) return seatRefusal
    }
    await changeSignUpRow(tx, current.id, change)
    await putNeeds(tx, current.id, needs, needsWipedOn(event))
    await keepSaid(tx, { event, signUpId: current.id, now }, said)
    await record(tx, {
      what: 'sign-up-changed',
      by: null,
      about: event.id,
      at: now,
      detail: { signUp: current.id },
    })
    // A seat of another kind may have become free.
    await moveUp(tx, event.id, letters)
    return null
  })
}
