import type { ProgrammeEvent } from '../events.sql.ts'
import { capacities } from '../sign-up/sign-up.rules.ts'
import type { Reads } from '../tables.ts'
import { capacitiesFor } from './for-whom.rules.ts'
import type { Invited } from './invited.sql.ts'
import { capacityOfGroup, groupOf } from './still-missing.rules.ts'
import { signUpsBySector } from './still-missing.sql.ts'
import { missingSectors, sectorsThatMeet, summaryOf } from './summary.rules.ts'

/** Who is in by sector, and from where nobody is yet; an event for some sectors waits for no others. */
export async function loadSectors(db: Reads, event: ProgrammeEvent, invited: readonly Invited[]) {
  const invitations = invited.map((one) => ({
    answer: one.answer,
    capacity: one.capacity ?? capacityOf(one),
  }))
  const summary = summaryOf(invitations, await signUpsBySector(db, event.id), capacities)
  return { summary, missing: missingSectors(summary, capacitiesFor(event, sectorsThatMeet)) }
}

/** What people of an invited organisation most likely take part as: enough to count by, and never filled in for them. */
function capacityOf({ sector, organisation_kind: kind }: Invited) {
  const group = sector && kind ? groupOf({ sector, kind }) : null
  return group && capacityOfGroup[group]
}
