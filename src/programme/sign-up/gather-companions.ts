import type { SignUpRow, Writes } from '../tables.ts'
import { changeSignUpRow, companionsOfAll, moveLinks } from './sign-ups.sql.ts'

/**
 * Whoever gave back the own seat alone and comes anew finds those who stayed on the one new page: without this an offer
 * to both would be two mails that look alike, and a yes to one of them no yes to the other. Links that were mailed
 * before lead to the new page. It waits until the new sign-up is known to be meant, and so do those who stayed. Takes
 * all that some addresses did at an event, as it stands now.
 */
export async function gatherCompanions(tx: Writes, ofAddresses: readonly SignUpRow[]): Promise<void> {
  const come = ofAddresses.filter((one) => one.email !== null && isMeant(one))
  const standing = new Map(come.map((one) => [one.email, one]))
  const left = ofAddresses.filter(({ email, state }) => state === 'cancelled' && standing.has(email))
  const ids = left.map(({ id }) => id)
  const stayed = (await companionsOfAll(tx, ids)).filter(isMeant)
  for (const { id, email } of left) {
    const to = standing.get(email)
    // Nobody brings themselves, nor those by whom they are brought.
    const those = stayed.filter(
      (one) => one.brought_by === id && one.id !== to?.id && one.id !== to?.brought_by,
    )
    if (!to || those.length === 0) continue
    for (const one of those) await changeSignUpRow(tx, one.id, { brought_by: to.id })
    await moveLinks(tx, id, to.id)
  }
}

const isMeant = ({ state, confirmed_at }: Pick<SignUpRow, 'state' | 'confirmed_at'>): boolean =>
  state !== 'cancelled' && confirmed_at !== null
