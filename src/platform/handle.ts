import type { Kysely, KyselyPlugin } from 'kysely'

declare const spells: unique symbol

type Way<Wanted extends string, May, Tables, Name extends keyof Kysely<unknown>> = [Wanted] extends [May]
  ? Kysely<Tables>[Name]
  : unknown

/**
 * A handle on the database: which tables may be spelled, and what may be done with them. Whoever holds many tables may
 * hand it to whoever needs fewer of them; whoever may write, to whoever only reads; whoever has begun a transaction, to
 * whoever would begin one. The compiler sees that by the two parameters alone. (Left to compare all that Kysely can do
 * with each table it took a minute and a half, and let tables through that were not there.)
 */
// @ts-expect-error -- It cannot prove the two directions through Kysely's types; they are what a handle means.
export interface Handle<out Tables, in May extends string> {
  readonly selectFrom: Way<'read', May, Tables, 'selectFrom'>
  readonly with: Way<'read', May, Tables, 'with'>
  readonly insertInto: Way<'add', May, Tables, 'insertInto'>
  readonly getExecutor: Way<'add', May, Tables, 'getExecutor'>
  readonly executeQuery: Way<'add', May, Tables, 'executeQuery'>
  readonly updateTable: Way<'change', May, Tables, 'updateTable'>
  readonly deleteFrom: Way<'change', May, Tables, 'deleteFrom'>
  readonly isTransaction: Way<'begin', May, Tables, 'isTransaction'>
  withPlugin(plugin: KyselyPlugin): Handle<Tables, May>
  withoutPlugins(): Handle<Tables, May>
  readonly [spells]: Tables
}

export type ReadsOf<Tables> = Handle<Tables, 'read'>
/** Adds rows, and does nothing else. */
export type AddsTo<Tables> = Handle<Tables, 'add'>
export type WritesOf<Tables> = Handle<Tables, 'read' | 'add' | 'change'>
export type DbOf<Tables> = Handle<Tables, 'read' | 'add' | 'change' | 'begin'>
/** A transaction that has begun. */
export type TxOf<Tables> = Handle<Tables, 'read' | 'add' | 'change' | 'begin' | 'begun'>
