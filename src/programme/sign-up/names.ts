import { organisationsToChooseFrom } from '#network/index.ts'
import type { Language } from '#platform/language.ts'
import type { Db } from '../tables.ts'

/** Names of organisations to choose from while typing. */
export const namesToChooseFrom = async (db: Db, language: Language): Promise<string[]> =>
  (await organisationsToChooseFrom(db, language)).map(({ name }) => name)
