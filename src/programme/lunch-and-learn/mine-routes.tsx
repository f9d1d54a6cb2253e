import type { Context } from 'hono'
import { anyone, readFields, routes, type VisitEnv } from '#platform/http.ts'
import type { LettersOf } from '../sign-up/letters.ts'
import type { Db } from '../tables.ts'
import { confirmOffer } from './hand-in-offer.ts'
import { confirmVoice, leaveNeed, stopTelling } from './keep-voice.ts'
import { OldNeedLinkPage, OwnOfferPage, OwnVoicePage } from './mine.page.tsx'
import { withdrawOffer } from './moderate-offer.ts'
import { needWithId, stepsOf } from './needs.sql.ts'
import { offerWithId } from './offers.sql.ts'
import { linked, voiceWithId } from './voices.sql.ts'

type C = Context<VisitEnv>

/** The page behind the links in mails: confirm, stop the mails, leave. */
export const mineRoutes = (db: Db, lettersOf: LettersOf) =>
  routes()
    .get('/needs/mine/:token', anyone, async (c) => show(db, c))
    .post('/needs/mine/:token', anyone, async (c) => {
      const link = await linked(db, c.req.param('token'))
      const what = String((await readFields(c))['do'] ?? '')
      if (link?.voice_id) {
        const refusal = await doWithVoice(db, link.voice_id, what, lettersOf(c))
        // Not redirected: mail programs press the button that stops mails (RFC 8058), and follow no redirects.
        return show(db, c, refusal ?? undefined)
      }
      if (link?.offer_id && what === 'confirm') await confirmOffer(db, link.offer_id, c.var.now)
      if (link?.offer_id && what === 'leave') await withdrawOffer(db, link.offer_id, lettersOf(c))
      return show(db, c)
    })

/** What was pressed; a mail program that presses for its reader says nothing, and means that mails shall stop. */
async function doWithVoice(db: Db, voiceId: string, what: string, letters: ReturnType<LettersOf>) {
  if (what === 'confirm') return confirmVoice(db, voiceId, letters.now)
  if (what === 'leave') await leaveNeed(db, voiceId, letters)
  else await stopTelling(db, voiceId)
  return null
}

async function show(db: Db, c: C, refusal?: string): Promise<Response> {
  const link = await linked(db, c.req.param('token') ?? '')
  const reason = refusal ? { refusal: `lunch-and-learn.refusal.${refusal}` } : {}
  const voice = link?.voice_id ? await voiceWithId(db, link.voice_id) : undefined
  const need = voice && (await needWithId(db, voice.need_id))
  if (voice && need) {
    const page = { visit: c.var, voice, need, steps: await stepsOf(db, need.id), ...reason }
    return c.html(<OwnVoicePage {...page} />, refusal ? 409 : 200)
  }
  const offer = link?.offer_id ? await offerWithId(db, link.offer_id) : undefined
  if (offer) return c.html(<OwnOfferPage visit={c.var} offer={offer} />)
  return c.html(<OldNeedLinkPage visit={c.var} />, 404)
}
