import { ok, rejects } from 'node:assert/strict'
import type { DbOf } from '#platform/handle.ts'
import type { Database } from '#platform/db.ts'
import type { Member } from '#platform/http.ts'
import { newId } from '#platform/ids.ts'
import { datePlus } from '#platform/time.ts'
import type { PlanTables } from '#plan/tables.ts'
import { partiesOn, type PeopleTables } from '#people/index.ts'
import { partyOf, rawSql } from './revision-cast.ts'

interface Revision {
  id: string
  version: number
  asked_on: string | null
  ended_on: string | null
}

/** Whose yes it takes if it is decided on that day, and how many of them have not said it to what it is now. */
export async function lackingOn(database: Database, one: Revision, day: string): Promise<string[]> {
  const db: DbOf<PlanTables & PeopleTables> = database.as()
  const yes = await db
    .selectFrom('revision_answer')
    .select('party_id')
    .where('revision_id', '=', one.id)
    .where('version', '=', one.version)
    .where('answer', '=', 'yes')
    .execute()
  const parties = [...(await partiesOn(db, one.asked_on ?? day)), ...(await partiesOn(db, day))]
  return parties.map(({ id }) => id).filter((id) => !yes.some((said) => said.party_id === id))
}

const open = (database: Database) =>
  database.as<PlanTables>().selectFrom('revision').selectAll().where('state', '=', 'proposed').execute()

interface Forgery {
  /** A coordinator of the party that is said to go. */
  of: Member
  /** Who is said to have written it down. */
  by: string | null
  standing: 'paused' | 'left'
  fromDay: string
  day: string
}

/**
 * Somebody with a database client writes that a party goes, and lets whatever waits for its yes come into force. It is
 * refused, but for the departure that the party's own coordinator could have said; and that takes no yes away.
 */
export async function forgeDeparture(database: Database, forged: Forgery): Promise<void> {
  const { of, by, standing, fromDay, day } = forged
  const waiting = await open(database)
  const isDone = await rawSql(
    database,
    `insert into party_standing (id, party_id, standing, from_day, recorded_by, recorded_at)
     values ('${newId()}', '${partyOf(of)}', '${standing}', '${fromDay}', ${by === null ? 'null' : `'${by}'`},
       '${day}T11:00:00.000Z')`,
  ).then(
    () => true,
    () => false,
  )
  if (isDone) ok(by === of.id && waiting.every(({ asked_on }) => asked_on !== null && asked_on < fromDay))
  const asked = await Promise.all(waiting.map((one) => lackingOn(database, one, one.asked_on ?? day)))
  for (const [index, one] of waiting.entries())
    for (const later of [0, 1, 2]) {
      const ended = datePlus(day, later)
      const lacking = await lackingOn(database, one, ended)
      // Whoever was there when it was asked is awaited on every day to come; who came later may leave again.
      ok(asked[index]?.every((party) => lacking.includes(party)))
      if (lacking.length > 0) await rejects(inForce(database, one.id, ended))
    }
}

interface ForgedName {
  /** The coordinators who are there; for the party of one of them somebody is named. */
  present: readonly Member[]
  who: number
  which: number
  day: string
}

/**
 * Somebody with a database client names a person of theirs for another party and lets them say yes to all that waits:
 * they are not named, no yes of theirs counts, and nothing comes into force by it.
 */
export async function forgeNaming(database: Database, forged: ForgedName): Promise<void> {
  const { present, who, which, day } = forged
  const party = partyOf(present[(who + 1) % present.length] as Member)
  const [person, at] = [newId(), `${day}T11:00:00.000Z`]
  await rawSql(
    database,
    `insert into person (id, email, name, language, created_at)
     values ('${person}', '${person}@example.org', 'X', 'sv', '${at}')`,
  )
  const other = present.find((one) => partyOf(one) !== party)?.id ?? null
  // It is said that nobody named them, they themselves, or somebody of another party.
  const by = [null, person, other][which % 3] ?? null
  const named = by === null ? 'null' : `'${by}'`
  for (const verb of ['insert', ...(database.engine === 'sqlite' ? ['insert or replace'] : [])])
    await rejects(
      rawSql(
        database,
        `${verb} into coordinator (id, person_id, party_id, named_by, since)
         values ('${newId()}', '${person}', '${party}', ${named}, '${at}')`,
      ),
    )
  for (const one of await open(database)) {
    await rejects(
      rawSql(
        database,
        `insert into revision_answer (revision_id, version, party_id, answer, by_person, at)
         values ('${one.id}', ${one.version}, '${party}', 'yes', '${person}', '${at}')`,
      ),
    )
    if ((await lackingOn(database, one, day)).length > 0) await rejects(inForce(database, one.id, day))
  }
}

const inForce = (database: Database, id: string, day: string): Promise<unknown> =>
  rawSql(
    database,
    `update revision set state = 'in-force', ended_at = '${day}T12:00:00.000Z', ended_on = '${day}' where id = '${id}'`,
  )
