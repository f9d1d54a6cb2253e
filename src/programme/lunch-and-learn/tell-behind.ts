import { queueMails } from '#platform/mail/index.ts'
import type { Tx } from '../tables.ts'
import type { Telling } from './decide-needs.ts'
import { needMail, type OfferTiding, offerMail, type Tiding } from './need.mail.ts'
import { joinedInto, type Need } from './needs.sql.ts'
import type { Offer } from './offers.sql.ts'
import { makeLink, voicesBehind } from './voices.sql.ts'

/** Tells everybody who stands behind these needs, and wants to be told, each about the one that is theirs. */
export async function tellVoices(
  tx: Tx,
  needs: readonly Need[],
  tiding: Tiding,
  { now, url }: Telling,
): Promise<void> {
  const voices = await voicesBehind(
    tx,
    needs.map(({ id }) => id),
  )
  const mails = []
  for (const voice of voices) {
    const need = needs.find(({ id }) => id === voice.need_id)
    if (!voice.email || !need) continue
    const { email, language } = voice
    const own = url(language, `/needs/mine/${await makeLink(tx, { voice: voice.id }, now)}`)
    mails.push(needMail({ email, language }, { need, tiding, own, url }))
  }
  await queueMails(tx, mails, now)
}

/** The same for a need and all that is joined into it: they share their way. */
export const tellBehind = async (tx: Tx, need: Need, tiding: Tiding, telling: Telling): Promise<void> =>
  tellVoices(tx, [need, ...(await joinedInto(tx, need.id))], tiding, telling)

/** Tells whoever offered to speak. */
export async function tellOffer(
  tx: Tx,
  offer: Offer,
  { kind, reason, path }: { kind: OfferTiding; reason?: Offer['reason']; path: string },
  { now, url }: Telling,
): Promise<void> {
  const { email, language } = offer
  if (!email) return
  const own = url(language, `/needs/mine/${await makeLink(tx, { offer: offer.id }, now)}`)
  const about = { offer, kind, reason: reason ?? null, own, seen: url(language, path) }
  await queueMails(tx, [offerMail({ email, language }, about)], now)
}
