import { DatabaseSync } from 'node:sqlite'

/** Reads or writes the database of a running installation by hand. */
export function inDatabase<R>(file: string, work: (database: DatabaseSync) => R): R {
  const database = new DatabaseSync(file)
  database.exec('pragma busy_timeout = 5000')
  try {
    return work(database)
  } finally {
    database.close()
  }
}
