import type { Context } from 'hono'
import * as z from 'zod'
import { coordinator, memberOf } from '#people/index.ts'
import { found } from '#platform/errors.ts'
import type { Answered } from '#platform/form.ts'
import { readFields, readForm, routes, type VisitEnv } from '#platform/http.ts'
import { newId } from '#platform/ids.ts'
import type { LettersOf } from '../sign-up/letters.ts'
import type { Db } from '../tables.ts'
import { Answering, answerNeed } from './answer-need.ts'
import { Joining, joinNeed, Parting, partNeed } from './join-needs.ts'
import { loadNeed, loadQueue, needNumbered } from './load-needs.ts'
import { LunchForm, makeLunch } from './make-lunch.ts'
import { letGo, LettingGo, Matching, matchNeed } from './match-need.ts'
import { moderateOffer, OfferDecision } from './moderate-offer.ts'
import { Opening, openNeed, turnDownNeed, TurningDown } from './moderate-need.ts'
import { type Need, needsIn, needsToModerate } from './needs.sql.ts'
import { OfficeNeedPage } from './office-need.page.tsx'
import { OfficeNeedsPage, officePath } from './office-needs.page.tsx'
import { OfficeOfferPage } from './office-offer.page.tsx'
import { offersIn, offerWithId } from './offers.sql.ts'
import { similarTo } from './similar.rules.ts'

type C = Context<VisitEnv>

const Deed = z.discriminatedUnion('do', [
  Opening,
  TurningDown,
  Joining,
  Parting,
  Matching,
  LettingGo,
  LunchForm,
  Answering,
])

/** What coordinators do with needs and offers. */
export const officeNeedRoutes = (db: Db, lettersOf: LettersOf) =>
  routes()
    .get(officePath, coordinator, async (c) => c.html(await listPage(db, c)))
    .get(`${officePath}/offers/:offer`, coordinator, async (c) => {
      const offer = found(await offerWithId(db, c.req.param('offer')), 'offer')
      return c.html(<OfficeOfferPage visit={c.var} offer={offer} />)
    })
    .post(`${officePath}/offers/:offer`, coordinator, async (c) => {
      const offer = found(await offerWithId(db, c.req.param('offer')), 'offer')
      const form = await readForm(c, OfferDecision)
      if (!form.ok) return c.html(<OfficeOfferPage visit={c.var} offer={offer} {...form} />, 422)
      const refusal = await moderateOffer(db, memberOf(c), offer.id, form.value, lettersOf(c))
      if (!refusal) return c.redirect(c.var.to(officePath), 303)
      const answered = { filled: await readFields(c), refusal: `lunch-and-learn.refusal.${refusal}` }
      return c.html(<OfficeOfferPage visit={c.var} offer={offer} {...answered} />, 409)
    })
    .get(`${officePath}/:number`, coordinator, async (c) => c.html(await needPage(db, c)))
    .post(`${officePath}/:number`, coordinator, async (c) => {
      const need = await needHere(db, c)
      const form = await readForm(c, Deed)
      if (!form.ok) return c.html(await needPage(db, c, form), 422)
      const refusal = await deed(db, c, lettersOf(c), { id: need.id, form: form.value })
      if (!refusal) return c.redirect(c.var.to(`${officePath}/${need.number}`), 303)
      const answered = { filled: await readFields(c), refusal: `lunch-and-learn.refusal.${refusal}` }
      return c.html(await needPage(db, c, answered), 409)
    })

interface Asked {
  id: string
  form: z.output<typeof Deed>
}

function deed(db: Db, c: C, letters: ReturnType<LettersOf>, { id, form }: Asked): Promise<string | null> {
  const by = memberOf(c)
  switch (form.do) {
    case 'open':
      return openNeed(db, by, id, form, letters)
    case 'turn-down':
      return turnDownNeed(db, by, id, form, letters)
    case 'join':
      return joinNeed(db, by, id, form, letters)
    case 'part':
      return partNeed(db, by, id, letters)
    case 'match':
      return matchNeed(db, by, id, form, letters)
    case 'let-go':
      return letGo(db, by, id, form, letters)
    case 'make-lunch':
      return makeLunch(db, by, id, form, letters)
    case 'answer':
      return answerNeed(db, by, id, form, letters)
  }
}

const needHere = async (db: Db, c: C): Promise<Need> =>
  found(await needNumbered(db, c.req.param('number') ?? ''), 'need')

async function listPage(db: Db, c: C) {
  const { queue } = await loadQueue(db, c.var.now)
  const fresh = await needsToModerate(db)
  const offers = [...(await offersIn(db, 'new')), ...(await offersIn(db, 'open'))]
  const turnedDown = await needsIn(db, ['turned-down'])
  return <OfficeNeedsPage visit={c.var} {...{ fresh, offers, queue, turnedDown }} />
}

async function needPage(db: Db, c: C, answered: Answered = {}) {
  const loaded = await loadNeed(db, await needHere(db, c))
  const { need, joined } = loaded
  const others = (await needsIn(db, ['open', 'matched', 'planned'])).filter(({ id }) => id !== need.id)
  const similar = similarTo(need, others).flatMap((one) => {
    const other = others.find(({ id }) => id === one.id)
    return other ? [{ ...one, need: other }] : []
  })
  const family = [need, ...joined].map(({ id }) => id)
  const offers = (await offersIn(db, 'open')).filter(
    ({ need_id }) => need_id === null || family.includes(need_id),
  )
  const page = { visit: c.var, ...loaded, offers, similar, others, ...answered }
  return <OfficeNeedPage {...page} filled={{ id: newId(), ...answered.filled }} />
}
