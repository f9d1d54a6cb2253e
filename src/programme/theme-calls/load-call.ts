import { found } from '#platform/errors.ts'
import type { Instant } from '#platform/time.ts'
import type { Group } from '../groups.rules.ts'
import type { Reads } from '../tables.ts'
import { backingsOf, callWithId } from './calls.sql.ts'
import { peopleIn, type Proposal, proposalsIn, supportIn } from './proposals.sql.ts'
import { isSet, callState } from './theme-call.rules.ts'

/** A proposal with how many stand behind it. */
export interface ProposalShown extends Proposal {
  groups: Group[]
  people: number
}

/** All that is known of a call, without who it was that took part. */
export async function loadCall(db: Reads, callId: string, now: Instant) {
  const call = found(await callWithId(db, callId), 'call')
  const support = Map.groupBy(await supportIn(db, callId), (one) => one.proposal_id)
  const all = (await proposalsIn(db, callId)).map((proposal): ProposalShown => {
    const groups = support.get(proposal.id) ?? []
    return { ...proposal, groups, people: groups.reduce((sum, { count }) => sum + count, 0) }
  })
  const state = callState(call, isSet(call), now)
  const inState = (which: Proposal['state']): ProposalShown[] => all.filter((one) => one.state === which)
  const shown = inState('shown')
  return {
    ...{ call, state, all, backings: await backingsOf(db, callId) },
    // While it is open nobody stands first for having many behind them already.
    proposals: state === 'open' ? shown : shown.toSorted((one, other) => other.people - one.people),
    ...{ turnedDown: inState('turned-down').length, waiting: inState('waiting').length },
    people: call.people ?? (await peopleIn(db, callId)),
  }
}

export type LoadedCall = Awaited<ReturnType<typeof loadCall>>
