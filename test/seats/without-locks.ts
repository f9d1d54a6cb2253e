import type { DbOf } from '#platform/handle.ts'
import type { Database } from '#platform/db.ts'

/** The same database, except that `select … for update` takes no lock. */
export function withoutLocks(database: Database): Database {
  const unlocked = database.as<unknown>().withPlugin({
    transformQuery: ({ node }) => {
      if (node.kind !== 'RawNode') return node
      return { ...node, sqlFragments: node.sqlFragments.map((part) => part.replace('for update', '')) }
    },
    transformResult: ({ result }) => Promise.resolve(result),
  })
  return { ...database, as: <Tables>() => unlocked as unknown as DbOf<Tables> }
}
