import { decide } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { record } from '#platform/record.ts'
import { searchText } from '#platform/search.ts'
import { eventWithId } from '../../events.sql.ts'
import { putNeeds } from '../../questions/needs.sql.ts'
import { needsApart } from '../../questions/read-needs.ts'
import type { Db, SignUpRow } from '../../tables.ts'
import { gatherCompanions } from '../gather-companions.ts'
import { type Letters, writeLetters } from '../letters.ts'
import type { NamedCompanion } from '../sign-up-form.ts'
import { type ChangeRefusal, refusalToChange } from '../sign-up.rules.ts'
import { needsWipedOn } from '../sign-up.ts'
import { changeSignUpRow, signUpsOfAddresses, signUpWithId } from '../sign-ups.sql.ts'

/**
 * Says who comes along on one of the seats. Whoever gets an address by it gets a mail and a link of their own. An
 * address that is signed up already is left out: nobody is signed up twice, and nobody learns here who comes.
 */
export function nameCompanion(
  db: Db,
  signUp: SignUpRow,
  companionId: string,
  form: NamedCompanion,
  letters: Letters,
): Promise<ChangeRefusal | null> {
  return decide(db, 'event', signUp.event_id, async (tx) => {
    const { now } = letters
    const event = found(await eventWithId(tx, signUp.event_id), 'event')
    const companion = found(await signUpWithId(tx, companionId), 'companion')
    found(companion.brought_by === signUp.id || null, 'companion')
    const refusal = refusalToChange(companion, event, now)
    if (refusal) return refusal

    // An address belongs to its owner from the first mail on: it is not replaced by somebody else's.
    const earlier = form.email ? await signUpsOfAddresses(tx, event.id, [form.email]) : []
    const email = companion.email ?? freeAddress(form.email, earlier)
    const change = { name: form.name, named: 1, email, search_text: searchText(form.name) }
    await changeSignUpRow(tx, companion.id, change)
    await gatherCompanions(tx, [...earlier, { ...companion, ...change }])
    // Whoever has a link of their own says themselves what they need, and nobody else sees it.
    if (companion.email === null)
      await putNeeds(tx, companion.id, needsApart(form).needs, needsWipedOn(event))
    await record(tx, {
      ...{ what: 'companion-named', by: null, about: event.id, at: now },
      detail: { signUp: companion.id },
    })
    const isNew = email !== companion.email && companion.confirmed_at !== null
    const signUps = isNew ? [{ ...companion, ...change }] : []
    await writeLetters(tx, 'brought', { event, signUps, letters, by: signUp.name })
    return null
  })
}

const freeAddress = (email: string | null | undefined, earlier: readonly SignUpRow[]): string | null =>
  !email || earlier.some(({ state }) => state !== 'cancelled') ? null : email
