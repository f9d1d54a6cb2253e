import { unconfirmedPartnerships } from '#network/index.ts'
import { dateInWords } from '#platform/dates.ts'
import { inLanguage } from '#platform/language.ts'
import { type Asked, type DeskItem, itemIf, perKind } from './desk-item.ts'

/** Partnerships whose parties were asked twice whether they live, in vain: somebody may call, and then keep or end them. */
export async function unconfirmedItems({ db, t }: Asked): Promise<DeskItem[]> {
  const list = await unconfirmedPartnerships(db, perKind)
  return list.flatMap(({ id, name, unconfirmed_since: since }) => {
    const values = { name: inLanguage(name, t.language), since: dateInWords(t.language, since) }
    const text = t('office.desk.partnership-unconfirmed', values)
    return itemIf('later', { at: since, text, path: `/office/network/partnerships/${id}` })
  })
}
