import { partiesInOrder } from '#people/index.ts'
import type { Texts } from '#platform/language.ts'
import type { Asked, DeskItem } from '../desk-item.ts'
import { dutyKinds } from '../duty-kinds.ts'
import { byUrgency } from '../urgency.rules.ts'

export interface Duties {
  /** What all parties owe together: any of them can do it. */
  together: DeskItem[]
  /** What each alone owes, in the order of the parties. */
  alone: { id: string; name: Texts; items: DeskItem[] }[]
}

const lineOf = ({ path, text }: DeskItem): string => `${path} ${text}`

/** What each party owes now. A duty is defined once, as a line of the desk. */
export async function gatherDuties(asked: Omit<Asked, 'party'>): Promise<Duties> {
  const parties = await partiesInOrder(asked.db)
  const each = await Promise.all(
    parties.map(async ({ id, name }) => {
      const items = await Promise.all(dutyKinds.map((itemsOf) => itemsOf({ ...asked, party: id })))
      const owed = items.flat().filter(({ owedBy }) => owedBy === undefined || owedBy.includes(id))
      return { id, name, items: owed.toSorted(byUrgency) }
    }),
  )
  const isEverybodys = (line: string): boolean =>
    each.every(({ items }) => items.some((one) => lineOf(one) === line))
  const together = (each[0]?.items ?? []).filter((one) => each.length > 1 && isEverybodys(lineOf(one)))
  const joint = new Set(together.map(lineOf))
  const alone = each.map((one) => ({ ...one, items: one.items.filter((item) => !joint.has(lineOf(item))) }))
  return { together, alone }
}
