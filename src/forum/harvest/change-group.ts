import * as z from 'zod'
import { json } from '#platform/db.ts'
import { texts } from '#platform/form.ts'
import type { CardKind } from '../table-notes/tables.ts'
import { type Changing, changeHarvest } from './change-harvest.ts'
import {
  cardKinds,
  type HarvestRefusal,
  neighbour,
  refusalToName,
  refusalToTakeApart,
  refusalToTakeOut,
} from './harvest.rules.ts'
import { cardsOf, changeGroup, groupsOf, moveCards, removeGroup, takeCardsOut } from './harvest.sql.ts'
import { titleMax } from './join-cards.ts'

export const NameForm = z.object({
  title: texts(titleMax, 'harvest.mistake.title'),
  kind: z.enum(cardKinds as [CardKind, ...CardKind[]], 'harvest.mistake.kind'),
  /** When the group had last been changed when the form was shown. */
  seen: z.iso.datetime(),
})
export type NameForm = z.output<typeof NameForm>

type Answer = Promise<HarvestRefusal | null>

/** Gives a group another title, or says that it is something else. */
export function nameGroup(changing: Changing, id: string, form: NameForm): Answer {
  return changeHarvest(changing, 'name', async (tx) => {
    const group = (await groupsOf(tx, changing.eventId)).find((one) => one.id === id)
    if (!group) return 'group-gone'
    const refusal = refusalToName(group.changed_at, form.seen)
    if (refusal) return refusal
    await changeGroup(tx, id, { title: json(form.title), kind: form.kind, changed_at: changing.now })
    return null
  })
}

interface TakingOut {
  from: string
  cards: readonly string[]
  /** Into which other group; null to lie loose again. */
  to: string | null
}

/** Takes cards out of a group. When it becomes empty so, it goes; unless a recommendation came of it. */
export function takeOut(changing: Changing, { from, cards, to }: TakingOut): Answer {
  return changeHarvest(changing, to === null ? 'take-out' : 'move', async (tx) => {
    const groups = await groupsOf(tx, changing.eventId)
    const group = groups.find((one) => one.id === from)
    if (!group) return 'group-gone'
    const inGroup = (await cardsOf(tx, changing.eventId)).filter((one) => one.group_id === from)
    const asked = [...new Set(cards)]
    const refusal = refusalToTakeOut(asked, new Set(inGroup.map((one) => one.id)))
    if (refusal) return refusal
    const isEmptied = asked.length === inGroup.length
    const stays = isEmptied ? refusalToTakeApart(group) : null
    if (stays) return stays
    if (to === null) await takeCardsOut(tx, asked)
    else if (groups.some((one) => one.id === to && one.id !== from)) await moveCards(tx, asked, to)
    else return 'group-gone'
    if (isEmptied) await removeGroup(tx, from)
    return null
  })
}

/** All cards of a group lie loose again. */
export function takeApart(changing: Changing, id: string): Answer {
  return changeHarvest(changing, 'take-apart', async (tx) => {
    const group = (await groupsOf(tx, changing.eventId)).find((one) => one.id === id)
    if (!group) return 'group-gone'
    const refusal = refusalToTakeApart(group)
    if (refusal) return refusal
    await removeGroup(tx, id)
    return null
  })
}

interface Shift {
  id: string
  way: 'up' | 'down'
  /** Where it stood when the button was shown. */
  seen: number
}

/** One place up or down in the order of the report. */
export function shiftGroup(changing: Changing, { id, way, seen }: Shift): Answer {
  return changeHarvest(changing, 'order', async (tx) => {
    const groups = await groupsOf(tx, changing.eventId)
    const group = groups.find((one) => one.id === id)
    if (!group) return 'group-gone'
    const other = neighbour(groups, id, way, seen)
    if (other === 'order-changed') return other
    if (other === null) return 'as-it-is'
    await changeGroup(tx, id, { position: other.position })
    await changeGroup(tx, other.id, { position: seen })
    return null
  })
}
