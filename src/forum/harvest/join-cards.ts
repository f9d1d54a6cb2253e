import * as z from 'zod'
import { json } from '#platform/db.ts'
import { line, optionalLine } from '#platform/form.ts'
import { newId } from '#platform/ids.ts'
import type { Language, Texts } from '#platform/language.ts'
import type { Writes } from '../tables.ts'
import { type Changing, changeHarvest } from './change-harvest.ts'
import { type HarvestRefusal, kindOfGroup, refusalToJoin } from './harvest.rules.ts'
import { addCards, addGroup, type Card, cardsOf, groupsOf } from './harvest.sql.ts'

const cards = z.preprocess(
  (given) => (given === undefined ? [] : Array.isArray(given) ? given : [given]),
  z.array(z.string().max(60)).max(2000),
)

export const titleMax = 200

/** What to do with ticked cards. The id is made when the form is shown, so that a form that is sent twice joins once. */
export const JoinForm = z.discriminatedUnion('do', [
  z.object({
    ...{ do: z.literal('join'), id: z.uuid(), card: cards },
    title: line(titleMax, 'harvest.mistake.title'),
  }),
  z.object({
    ...{ do: z.literal('add'), card: cards },
    group: optionalLine(60).pipe(z.string('harvest.mistake.group')),
  }),
  z.object({ do: z.literal('keep'), card: cards }),
])
export type JoinForm = z.output<typeof JoinForm>

type Answer = Promise<HarvestRefusal | null>

/** Puts loose cards together, into a group that is there already, or each by itself, as it is. */
export function joinCards(changing: Changing, form: JoinForm, language: Language): Answer {
  const { by, eventId, now } = changing
  const from = { eventId, made_by: by.id, now }
  return changeHarvest(changing, form.do, async (tx) => {
    const groups = await groupsOf(tx, eventId)
    if (form.do === 'join' && groups.some((one) => one.id === form.id)) return 'as-it-is'
    const all = await cardsOf(tx, eventId)
    const loose = new Map(all.filter((one) => one.group_id === null).map((one) => [one.id, one]))
    const refusal = refusalToJoin(form.card, loose)
    if (refusal) return refusal
    const chosen = [...new Set(form.card)].flatMap((id) => loose.get(id) ?? [])
    const position = (groups.at(-1)?.position ?? 0) + 1

    if (form.do === 'add') {
      if (!groups.some((one) => one.id === form.group)) return 'group-gone'
      await addCards(tx, { groupId: form.group, cards: chosen, now })
    } else if (form.do === 'join') {
      await makeGroup(tx, chosen, { ...from, id: form.id, title: { [language]: form.title }, position })
    } else {
      for (const [index, card] of chosen.entries()) {
        const title = { [card.language]: shortened(card.words) }
        await makeGroup(tx, [card], { ...from, id: newId(), title, position: position + index })
      }
    }
    return null
  })
}

interface Making {
  id: string
  eventId: string
  made_by: string
  title: Texts
  position: number
  now: string
}

async function makeGroup(tx: Writes, chosen: readonly Card[], making: Making): Promise<void> {
  const { id, eventId, made_by, title, position, now } = making
  await addGroup(tx, {
    ...{ id, event_id: eventId, position, kind: kindOfGroup(chosen), title: json(title), made_by },
    ...{ recommendation_id: null, created_at: now, changed_at: now, erased_at: null },
  })
  await addCards(tx, { groupId: id, cards: chosen, now })
}

/** A card that is left as it is, is its own title; of a long one, its beginning. */
function shortened(words: string): string {
  const flat = words.replaceAll(/\s+/g, ' ').trim()
  return flat.length <= titleMax ? flat : `${flat.slice(0, titleMax - 2).replace(/\s\S*$/, '')} …`
}
