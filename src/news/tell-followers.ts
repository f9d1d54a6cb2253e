import type { Language } from '#platform/language.ts'
import type { Instant } from '#platform/time.ts'
import type { Db } from './tables.ts'

interface Options {
  url: (language: Language, path: string) => string
}

export async function tellFollowers(_db: Db, _now: Instant, _options: Options): Promise<void> {}
