import type { Context } from 'hono'
import { type Answered, checkForm, type Filled } from '#platform/form.ts'
import { anyone, download, readFields, routes, type Visit, type VisitEnv } from '#platform/http.ts'
import { newId } from '#platform/ids.ts'
import { looksLikeRobot } from '#platform/robot.rules.ts'
import { minutesToAgain, minutesToMail, senderOf } from '#platform/sender.ts'
import type { Telling } from './decide-pledges.ts'
import { sumsOf } from './gift.rules.ts'
import { everyGift, giftsOf } from './gifts.sql.ts'
import { GivenPage, giverOf } from './given.page.tsx'
import { meanings, needs } from './needs.sql.ts'
import { giftsAsCsv } from './open-files.ts'
import { type Outcome, OutcomePage } from './outcome.page.tsx'
import { PartnersPage } from './partners.page.tsx'
import { PledgeFormPage, SentPage } from './pledge-form.page.tsx'
import { promisedDays } from './pledges.sql.ts'
import { PledgeForm, PledgeFormOfGuest, sendPledge } from './send-pledge.ts'
import type { Db } from './tables.ts'

type C = Context<VisitEnv>

/** What came out of a year, from the year's report; of the latest when none is asked for. */
export type OutcomeOf = (visit: Visit, year: number | undefined) => Promise<Outcome | null>

/** New partners, for everybody: what is needed, pledging, who gave, and what came of it. */
export const publicPartnerRoutes = (db: Db, outcomeOf: OutcomeOf) =>
  routes()
    .get('/partners', anyone, async (c) => {
      const gifts = await everyGift(db)
      const { partners } = sumsOf(gifts.map((gift) => ({ ...gift, partner: giverOf(gift) })))
      const given = { partners, since: gifts.at(-1)?.year ?? null }
      const page = { needs: await needs(db), meanings: await meanings(db), given }
      return c.html(<PartnersPage visit={c.var} {...page} />)
    })
    .get('/partners/given', anyone, async (c) =>
      c.html(<GivenPage visit={c.var} gifts={await everyGift(db)} />),
    )
    .get('/partners/given.csv', anyone, async (c) =>
      download(c, giftsAsCsv(await everyGift(db), c.var.t), { name: 'partners.csv', type: 'text/csv' }),
    )
    .get('/partners/outcome', anyone, async (c) => {
      const asked = Number(c.req.query('year'))
      const outcome = await outcomeOf(c.var, Number.isInteger(asked) && asked > 0 ? asked : undefined)
      const gifts = outcome ? await giftsOf(db, outcome.year) : []
      return c.html(<OutcomePage visit={c.var} outcome={outcome} gifts={gifts} />)
    })
    .get('/partners/pledge/sent', anyone, async (c) =>
      c.html(<SentPage visit={c.var} minutes={await minutesToMail(db, 'pledge', c.var.now)} />),
    )
    .get('/partners/pledge', anyone, async (c) => c.html(await formPage(db, c)))
    .post('/partners/pledge', anyone, (c) => send(db, c))

async function formPage(db: Db, c: C, answered: Answered = {}) {
  const open = await needs(db)
  const asked = open.find(({ id }) => id === c.req.query('need'))
  const begun = asked ? { need: asked.id, kind: asked.kind, unit: asked.unit } : {}
  const filled = { id: newId(), opened: c.var.now, ...begun, ...answered.filled }
  const page = { needs: open, days: await promisedDays(db), ...answered, filled }
  return <PledgeFormPage visit={c.var} {...page} />
}

const textAt = (fields: Filled, name: string): string => {
  const value = fields[name]
  return typeof value === 'string' ? value : ''
}

async function send(db: Db, c: C): Promise<Response> {
  const { member, from, to, now } = c.var
  const filled = await readFields(c)
  const form = checkForm(filled, member ? PledgeForm : PledgeFormOfGuest)
  if (!form.ok) return c.html(await formPage(db, c, form), 422)
  const robot = looksLikeRobot({ trap: textAt(filled, 'website'), openedAt: textAt(filled, 'opened'), now })
  if (robot) return c.html(await formPage(db, c, { filled, refusal: `partners.refusal.${robot}` }), 422)
  const sender = senderOf(member, textAt(filled, 'email').trim().toLowerCase(), from)
  const refusal = await sendPledge(db, form.value, sender, tellingOf(c))
  if (!refusal) return c.redirect(to('/partners/pledge/sent'), 303)
  const minutes = await minutesToAgain(db, 'pledge', from, now)
  return c.html(await formPage(db, c, { filled, refusal: `partners.refusal.${refusal}`, minutes }), 429)
}

export function tellingOf(c: C): Telling {
  const base = c.var.url('/').replace(/\/\w\w$/, '')
  return { now: c.var.now, url: (language: string, path: string) => `${base}/${language}${path}` }
}
