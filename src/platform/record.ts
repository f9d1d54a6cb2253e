import { type Json, json } from './db.ts'
import { newId } from './ids.ts'
import type { Insertable, Kysely } from 'kysely'
import type { Instant } from './time.ts'

export interface RecordTables {
  record: {
    id: string
    at: Instant
    what: string
    by_person: string | null
    about: string
    detail: Json<Record<string, unknown>>
  }
}

type Writes = Pick<Kysely<RecordTables>, 'insertInto'>

interface Happening {
  /** What happened, as a word with hyphens: 'event-published'. */
  what: string
  /** The person who did it; null for a visitor without an account, or the clock. */
  by: string | null
  /** The id of what it is about. */
  about: string
  at: Instant
  detail?: Record<string, unknown>
}

/** Writes down what happened, in the same transaction as the change itself. */
export function record(tx: Writes, { what, by, about, at, detail = {} }: Happening): Promise<unknown> {
  const row: Insertable<RecordTables['record']> = {
    id: newId(),
    at,
    what,
    by_person: by,
    about,
    detail: json(detail),
  }
  return tx.insertInto('record').values(row).execute()
}
