import type { Context } from 'hono'
import type { Answered } from '#platform/form.ts'
import { anyone, readFields, readForm, routes, type VisitEnv } from '#platform/http.ts'
import { newId } from '#platform/ids.ts'
import { namesToChooseFrom } from '../sign-up/names.ts'
import type { LettersOf } from '../sign-up/letters.ts'
import type { Db } from '../tables.ts'
import { HandInNeedPage, OfferPage, SentPage } from './hand-in.page.tsx'
import { handInNeed, NeedForm, NeedFormOfGuest } from './hand-in-need.ts'
import { handInOffer, OfferForm, OfferFormOfGuest } from './hand-in-offer.ts'
import { loadNeed, loadQueue, publicNeed } from './load-needs.ts'
import { NeedPage } from './need.page.tsx'
import { QueuePage } from './queue.page.tsx'
import { SecondForm, SecondFormOfGuest, secondNeed } from './second-need.ts'
import { senderOf } from './whose-address.ts'

type C = Context<VisitEnv>

/** Needs for everybody: the queue, one of them, handing in, seconding and offering to speak. */
export const needRoutes = (db: Db, lettersOf: LettersOf) => {
  const names = (c: C) => namesToChooseFrom(db, c.var.language)
  return routes()
    .get('/needs', anyone, async (c) =>
      c.html(<QueuePage visit={c.var} {...await loadQueue(db, c.var.now)} />),
    )
    .get('/needs/sent', anyone, (c) => c.html(<SentPage visit={c.var} />))
    .get('/needs/new', anyone, async (c) => c.html(await handInPage(c)))
    .post('/needs/new', anyone, async (c) => {
      const { member, from } = c.var
      const form = await readForm(c, member ? NeedForm : NeedFormOfGuest)
      if (!form.ok) return c.html(await handInPage(c, form), 422)
      const sender = senderOf(member, typedIn(form.value), from)
      const refusal = await handInNeed(db, form.value, sender, lettersOf(c))
      if (!refusal) return c.redirect(c.var.to('/needs/sent'), 303)
      return c.html(await handInPage(c, await refused(c, refusal)), 429)
    })
    .get('/needs/offer', anyone, async (c) => c.html(await offerPage(c, c.req.query('need'))))
    .post('/needs/offer', anyone, async (c) => {
      const { member, from } = c.var
      const form = await readForm(c, member ? OfferForm : OfferFormOfGuest)
      if (!form.ok) return c.html(await offerPage(c, String(form.filled['need'] ?? ''), form), 422)
      const sender = senderOf(member, typedIn(form.value), from)
      const refusal = await handInOffer(db, form.value, sender, lettersOf(c))
      if (!refusal) return c.redirect(c.var.to('/needs/sent'), 303)
      const answered = await refused(c, refusal)
      const page = await offerPage(c, String(form.value.need ?? ''), answered)
      return c.html(page, refusal === 'too-many' ? 429 : 409)
    })
    .get('/needs/:number', anyone, async (c) => c.html(await needPage(c)))
    .post('/needs/:number', anyone, async (c) => {
      const { member, from } = c.var
      const need = await publicNeed(db, c.req.param('number'))
      const form = await readForm(c, member ? SecondForm : SecondFormOfGuest)
      if (!form.ok) return c.html(await needPage(c, form), 422)
      const sender = senderOf(member, typedIn(form.value), from)
      const refusal = await secondNeed(db, need.id, form.value, sender, lettersOf(c))
      if (!refusal) return c.redirect(c.var.to('/needs/sent'), 303)
      return c.html(await needPage(c, await refused(c, refusal)), refusal === 'too-many' ? 429 : 409)
    })

  async function handInPage(c: C, answered: Answered = {}) {
    const filled = { id: newId(), ...answered.filled }
    const organisations = await names(c)
    return <HandInNeedPage visit={c.var} organisations={organisations} {...answered} filled={filled} />
  }

  async function offerPage(c: C, number = '', answered: Answered = {}) {
    const filled = { id: newId(), ...answered.filled }
    const need = number === '' ? null : await publicNeed(db, number)
    const page = { visit: c.var, need, organisations: await names(c), ...answered, filled }
    return <OfferPage {...page} />
  }

  async function needPage(c: C, answered: Answered = {}) {
    const need = await publicNeed(db, c.req.param('number') ?? '')
    const page = { visit: c.var, organisations: await names(c), ...(await loadNeed(db, need)) }
    return <NeedPage {...page} {...answered} />
  }
}

const typedIn = (form: object): string => ('email' in form ? String(form.email) : '')

const refused = async (c: C, refusal: string): Promise<Answered> => ({
  filled: await readFields(c),
  refusal: `lunch-and-learn.refusal.${refusal}`,
})
