import { insertRows } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import type { Language } from '#platform/language.ts'
import { type Limit, withinLimitsEach } from '#platform/limits.ts'
import type { Instant } from '#platform/time.ts'
import type { Db, ForumTables } from '../tables.ts'
import { newVotersPerNetwork } from './dialogue.rules.ts'
import { votersOfTokens } from './voters.sql.ts'

/** Somebody's browser, known by its cookie or about to get one. */
export interface Comer {
  tokenHash: string
  language: Language
  /** The visitor's network, for limits alone. */
  from: string
  now: Instant
}

/**
 * Who those are that come with these cookies, in their order; whoever is new is written down. Null for whoever is one too
 * many from a network, which no room of people is. To be called while the dialogue is decided about, so that a form that
 * is sent twice makes one voter.
 */
export async function findVoters(
  tx: Db,
  dialogueId: string,
  comers: readonly Comer[],
): Promise<(string | null)[]> {
  const hashes = [...new Set(comers.map((one) => one.tokenHash))]
  if (hashes.length === 0) return []
  const known = new Map(
    (await votersOfTokens(tx, dialogueId, hashes)).map((voter) => [voter.known_by, voter.id]),
  )
  const fresh = [
    ...new Map(comers.filter((one) => !known.has(one.tokenHash)).map((one) => [one.tokenHash, one])).values(),
  ]
  const welcome = await withinNetworks(tx, dialogueId, fresh)
  const rows = welcome.map(({ tokenHash, language, now }) => ({
    ...{ id: newId(), dialogue_id: dialogueId, token_hash: tokenHash, language, created_at: now },
  }))
  await addVoters(tx, rows)
  for (const row of rows) known.set(row.token_hash, row.id)
  return comers.map((one) => known.get(one.tokenHash) ?? null)
}

async function withinNetworks(tx: Db, dialogueId: string, fresh: readonly Comer[]): Promise<Comer[]> {
  const [first] = fresh
  if (!first) return []
  const limits = fresh.map(({ from }): Limit[] => [
    { key: `dialogue:new:${dialogueId}:${from}`, ...newVotersPerNetwork },
  ])
  const within = await withinLimitsEach(tx, limits, first.now)
  return fresh.filter((_, index) => within[index])
}

type NewVoter = Pick<
  { [Column in keyof ForumTables['voter']]: string },
  'id' | 'dialogue_id' | 'token_hash' | 'language' | 'created_at'
>

const addVoters = (tx: Db, rows: readonly NewVoter[]): Promise<unknown> =>
  insertRows<NewVoter>(tx, 'voter', rows)
