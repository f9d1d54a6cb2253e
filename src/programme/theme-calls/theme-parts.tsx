import type { Visit } from '#platform/http.ts'
import type { Db } from '../tables.ts'
import { callOfEvent, callsOfSeries } from './calls.sql.ts'
import { proposalWithId } from './proposals.sql.ts'
import { CallsSection, ThemeSection } from './theme-parts.page.tsx'

/** On a forum's page, where its theme was asked for. */
export async function themePart(db: Db, visit: Visit, { id }: { id: string }) {
  const call = await callOfEvent(db, id)
  if (!call) return null
  const proposal = call.proposal_id ? await proposalWithId(db, call.id, call.proposal_id) : undefined
  return <ThemeSection visit={visit} call={call} title={proposal?.title} />
}

// What was asked before is told where the forum is.
const latest = 3

/** On the page of the series. */
export async function callsPart(db: Db, visit: Visit, { id }: { id: string }) {
  const calls = (await callsOfSeries(db, id)).slice(0, latest)
  return calls.length === 0 ? null : <CallsSection visit={visit} calls={calls} />
}
