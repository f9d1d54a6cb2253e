import type { Insertable } from 'kysely'
import { json } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import { found } from '#platform/errors.ts'
import type { Texts } from '#platform/language.ts'
import type { Instant } from '#platform/time.ts'
import type { PlanTables, Reads, Writes } from '../tables.ts'
import { agreementWithId, changeAgreement, changePrinciple, principlesOf } from './agreement.sql.ts'
import type { Clause } from './tables.ts'

export interface VersionWords {
  title: Texts
  vision: Texts
  about: Texts
  principles: readonly Clause[]
  conduct: readonly Clause[]
  /** What is different from the version before. */
  changed: Texts
}

const versionsOf = (db: Reads) => db.selectFrom('agreement_version').selectAll().orderBy('number', 'desc')

/** Every version of an agreement, the latest first. */
export const versions = (db: Reads, agreementId: string) =>
  versionsOf(db).where('agreement_id', '=', agreementId).execute()

export type Version = Awaited<ReturnType<typeof versions>>[number]

export const versionWithNumber = (db: Reads, agreementId: string, number: number) =>
  versionsOf(db).where('agreement_id', '=', agreementId).where('number', '=', number).executeTakeFirst()

export const versionWithId = (db: Reads, id: string) => versionsOf(db).where('id', '=', id).executeTakeFirst()

export const wholeAgreement = async (db: Reads, id: string) => ({
  agreement: found(await agreementWithId(db, id), 'agreement'),
  principles: await principlesOf(db, id),
})

const inJson = (words: VersionWords) => ({
  ...{ title: json(words.title), vision: json(words.vision), about: json(words.about) },
  ...{ principles: json(words.principles), conduct: json(words.conduct), changed: json(words.changed) },
})

interface NewVersion {
  id: string
  agreementId: string
  number: number
  words: VersionWords
  by: string | null
  now: Instant
}

export const addVersion = (db: Writes, { id, agreementId, number, words, by, now }: NewVersion) =>
  db
    .insertInto('agreement_version')
    .values({
      ...{ id, agreement_id: agreementId, number, ...inJson(words) },
      ...{ created_at: now, created_by: by, changed_at: now, in_force_on: null },
    })
    .execute()

export const changeVersion = (db: Writes, id: string, words: VersionWords, now: Instant) =>
  db
    .updateTable('agreement_version')
    .set({ ...inJson(words), changed_at: now })
    .where('id', '=', id)
    .execute()

/** From that day on the version is the agreement: its words stand where everybody reads them. */
export async function putInForce(db: Writes, id: string, day: string): Promise<void> {
  await db.updateTable('agreement_version').set({ in_force_on: day }).where('id', '=', id).execute()
  const version = found(await versionWithId(db, id), 'version')
  await changeAgreement(db, version.agreement_id, version)
  for (const principle of version.principles) await changePrinciple(db, version.agreement_id, principle)
}

export const versionGoals = (db: Reads, versionId: string) =>
  db
    .selectFrom('agreement_version_goal')
    .innerJoin('goal', 'goal.id', 'agreement_version_goal.goal_id')
    .select(['goal_id', 'step', 'reason', 'goal.number', 'goal.title'])
    .where('version_id', '=', versionId)
    .orderBy('goal.number')
    .execute()

export type VersionGoal = Awaited<ReturnType<typeof versionGoals>>[number]

export interface GoalStep {
  goal_id: string
  step: 'adopt' | 'close'
  reason: Texts
}

export async function setVersionGoals(db: Writes, versionId: string, steps: readonly GoalStep[]) {
  await db.deleteFrom('agreement_version_goal').where('version_id', '=', versionId).execute()
  if (steps.length === 0) return
  const rows = steps.map(({ reason, ...one }) => ({ version_id: versionId, ...one, reason: json(reason) }))
  await db.insertInto('agreement_version_goal').values(rows).execute()
}

export const versionDecisions = (db: Reads, versionId: string) =>
  db
    .selectFrom('agreement_decision')
    .selectAll()
    .where('version_id', '=', versionId)
    .orderBy('decided_on')
    .execute()

export type VersionDecision = Awaited<ReturnType<typeof versionDecisions>>[number]

export const addVersionDecision = (db: Writes, row: Insertable<PlanTables['agreement_decision']>) =>
  db.insertInto('agreement_decision').values(row).execute()

export const originals = (db: Reads, versionId: string) =>
  db
    .selectFrom('agreement_original')
    .innerJoin('stored_file', 'stored_file.id', 'agreement_original.file_id')
    .select(['agreement_original.id', 'added_at', 'checksum', 'name', 'content_type', 'bytes'])
    .where('version_id', '=', versionId)
    .orderBy('added_at')
    .execute()

export type Original = Awaited<ReturnType<typeof originals>>[number]

/** The signed originals of all versions of an agreement. */
export const originalsOfAll = (db: Reads, agreementId: string) =>
  db
    .selectFrom('agreement_original')
    .innerJoin('agreement_version', 'agreement_version.id', 'version_id')
    .select(['agreement_original.id', 'version_id', 'added_at'])
    .where('agreement_id', '=', agreementId)
    .orderBy('added_at')
    .execute()

export type OriginalOf = Awaited<ReturnType<typeof originalsOfAll>>[number]

interface NewOriginal {
  versionId: string
  fileId: string
  by: string
  now: Instant
}

export const addOriginal = (db: Writes, { versionId, fileId, by, now }: NewOriginal) =>
  db
    .insertInto('agreement_original')
    .values({ id: newId(), version_id: versionId, file_id: fileId, added_at: now, added_by: by })
    .execute()
