import { howKept, type Kept } from './promise.rules.ts'
import type { Reads } from './tables.ts'

/** How the promise was kept for everything that everybody can see: answers are counted as they are given. */
export async function keptPromise(db: Reads, today: string): Promise<Kept> {
  const answered = await db
    .selectFrom('idea')
    .select(['answer_days as days', 'answered_late as late'])
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('standing', '=', 'shown')
    .where('answer_days', 'is not', null)
    .groupBy(['answer_days', 'answered_late'])
    .execute()
  const unanswered = (when: '<' | '>=') =>
    db
      .selectFrom('idea')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .where('standing', '=', 'shown')
      .where('answered_at', 'is', null)
      .where('state', 'in', ['received', 'considered'])
      .where('answer_due_on', when, today)
      .executeTakeFirstOrThrow()
  const [overdue, waiting] = [await unanswered('<'), await unanswered('>=')]
  return howKept(
    answered.map(({ days, late, count }) => ({ days: days ?? 0, late: late === 1, count })),
    { overdue: overdue.count, waiting: waiting.count },
  )
}
