import type { Visit } from '#platform/http.ts'
import type { Db } from '../tables.ts'
import { ChainSection } from './chain.page.tsx'
import { chainOf } from './load-chain.ts'

/** On an event's page; nothing where it stands alone. */
export async function chainPart(db: Db, visit: Visit, { id }: { id: string }) {
  const { steps } = await chainOf(db, id)
  return steps.length > 1 ? <ChainSection visit={visit} steps={steps} here={id} /> : null
}
