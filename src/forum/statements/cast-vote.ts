import { decideTogether, insertRows } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { type Limit, withinLimitsEach } from '#platform/limits.ts'
import type { Db, ForumTables } from '../tables.ts'
import { refusalToVote, type VoteRefusal, votesPerVoter } from './dialogue.rules.ts'
import { dialogueWithId } from './dialogues.sql.ts'
import { type Comer, findVoters } from './find-voters.ts'
import { statesOf } from './statements.sql.ts'
import type { Opinion } from './tables.ts'

/** One vote that somebody sends. */
export interface Casting extends Comer {
  dialogueId: string
  statementId: string
  vote: Opinion
}

export type CastRefusal = VoteRefusal | 'too-many-people' | 'too-fast'

/**
 * Takes a vote, or changes the one that was given before. All who vote on a theme in the same instant stand in one line and
 * share a commit, so a whole room can vote at once and nobody's vote is lost or counted twice.
 */
export const castVote = (db: Db, casting: Casting): Promise<CastRefusal | null> =>
  decideTogether(db, 'dialogue', casting.dialogueId, casting, castAll)

async function castAll(tx: Db, castings: readonly Casting[]): Promise<(CastRefusal | null)[]> {
  const dialogue = found(await dialogueWithId(tx, castings[0]?.dialogueId ?? ''), 'dialogue')
  const states = await statesOf(
    tx,
    castings.map((one) => one.statementId),
  )
  const refusals: (CastRefusal | null)[] = castings.map((one) => {
    const statement = states.get(one.statementId)
    const isOurs = statement?.dialogue_id === dialogue.id
    return refusalToVote(dialogue, isOurs ? statement : undefined, one.now)
  })
  const allowed = castings.flatMap((casting, index) => (refusals[index] === null ? [{ casting, index }] : []))
  const voters = await findVoters(
    tx,
    dialogue.id,
    allowed.map(({ casting }) => casting),
  )
  const within = await withinPace(tx, voters, allowed[0]?.casting.now ?? '')
  const votes: Vote[] = []
  allowed.forEach(({ casting, index }, place) => {
    const voter = voters[place]
    if (!voter) refusals[index] = 'too-many-people'
    else if (!within[place]) refusals[index] = 'too-fast'
    else
      votes.push({
        statement_id: casting.statementId,
        voter_id: voter,
        vote: casting.vote,
        at: casting.now,
      })
  })
  for (const round of roundsOf(votes)) await insertRows(tx, 'vote', round, orChange)
  return refusals
}

type Vote = ForumTables['vote']

// Somebody who presses twice may be answered in another order: the later vote stands.
const orChange = `on conflict (statement_id, voter_id) do update set vote = excluded.vote, at = excluded.at
  where excluded.at >= vote.at`

function withinPace(tx: Db, voters: readonly (string | null)[], now: string): Promise<boolean[]> {
  const limits = voters.map((voter): Limit[] =>
    voter ? [{ key: `dialogue:votes:${voter}`, ...votesPerVoter }] : [],
  )
  return limits.flat().length === 0
    ? Promise.resolve(voters.map(() => true))
    : withinLimitsEach(tx, limits, now)
}

/** So that nobody votes twice on a statement within one round: PostgreSQL changes no row twice in one statement. */
function roundsOf(votes: readonly Vote[]): Vote[][] {
  const rounds: Vote[][] = []
  const times = new Map<string, number>()
  for (const vote of votes) {
    const key = `${vote.voter_id} ${vote.statement_id}`
    const round = times.get(key) ?? 0
    times.set(key, round + 1)
    ;(rounds[round] ??= []).push(vote)
  }
  return rounds
}
