import type { FollowLink, Reads, Writes } from './tables.ts'

export const followLinks = (db: Reads): Promise<FollowLink[]> =>
  db.selectFrom('follow_link').selectAll().orderBy('position').execute()

export const removeFollowLinks = (db: Writes) => db.deleteFrom('follow_link').execute()

export const addFollowLinks = (db: Writes, rows: readonly FollowLink[]) =>
  db.insertInto('follow_link').values(rows).execute()
