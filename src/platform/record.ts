import type { AddsTo } from './handle.ts'
import { type Json, json } from './db.ts'
import { newId } from './ids.ts'
import { insertRows } from './insert-rows.ts'
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

type Writes = AddsTo<RecordTables>

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
export const record = (tx: Writes, happening: Happening): Promise<unknown> =>
  tx
    .insertInto('record')
    .values({ ...rowOf(happening), detail: json(happening.detail ?? {}) })
    .execute()

/** The same for many things that happened at once. */
export const recordAll = (tx: AddsTo<unknown>, happenings: readonly Happening[]): Promise<unknown> =>
  insertRows<RecordTables['record']>(tx, 'record', happenings.map(rowOf))

const rowOf = ({ what, by, about, at, detail = {} }: Happening) => ({
  ...{ id: newId(), at, what, by_person: by, about, detail },
})
