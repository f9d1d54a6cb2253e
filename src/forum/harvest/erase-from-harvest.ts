import { json } from '#platform/db.ts'
import type { Instant } from '#platform/time.ts'
import { eraseFrom } from '../minutes/erase.rules.ts'
import type { Reads, Writes } from '../tables.ts'
import { changeCard, changeGroup } from './harvest.sql.ts'
import { loadHarvest } from './load-harvest.ts'

/** Where a name stands in what the tables wrote, and how it is taken out of there: minutes and harvest are one. */
export async function nameInHarvest(tx: Reads & Writes, eventId: string, name: string) {
  const { groups } = await loadHarvest(tx, eventId)
  const titles = groups
    .map(({ id, title }) => ({ id, ...eraseFrom(title, name) }))
    .filter(({ places }) => places > 0)
  const cards = groups
    .flatMap((group) => group.cards)
    .map(({ id, words, who_could }) => {
      const [said, who] = [eraseFrom({ sv: words }, name), eraseFrom({ sv: who_could ?? '' }, name)]
      const row = { words: said.texts.sv ?? words, who_could: who_could && (who.texts.sv ?? who_could) }
      return { id, row, places: said.places + who.places }
    })
    .filter(({ places }) => places > 0)
  return {
    places: [...titles, ...cards].reduce((sum, { places }) => sum + places, 0),
    async erase(erased_at: Instant) {
      for (const { id, texts } of titles) await changeGroup(tx, id, { title: json(texts), erased_at })
      for (const { id, row } of cards) await changeCard(tx, id, { ...row, erased_at })
    },
  }
}
