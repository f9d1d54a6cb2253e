import type { Context } from 'hono'
import { signedIn } from '#people/index.ts'
import { found, NotFound } from '#platform/errors.ts'
import type { Answered } from '#platform/form.ts'
import { anyone, readFields, readForm, routes, type VisitEnv } from '#platform/http.ts'
import { newId } from '#platform/ids.ts'
import { localDate } from '#platform/time.ts'
import { organisationNamed, organisationsToChooseFrom } from '../organisations/organisations.sql.ts'
import type { Db } from '../tables.ts'
import { type Acting, actingHere, actsFor } from './acting.ts'
import { EditEntryPage } from './edit-entry.page.tsx'
import { Ending, endOwnEntry, keepEntry, Staying } from './end-entry.ts'
import { type Entry, entriesOf, entriesWrittenBy, entryWithId, placesInUse } from './entries.sql.ts'
import { NewEntryPage } from './entry-form.page.tsx'
import { mistakesIn } from './free-text.rules.ts'
import { ownMatches } from './load.ts'
import { OwnPage } from './own.page.tsx'
import type { Given } from './public-routes.tsx'
import { answerAt, suggestionPage } from './suggestion-routes.tsx'
import { tellingFrom } from './tell.ts'
import { EntryForm, rewriteEntry, writeEntry } from './write-entry.ts'

type C = Context<VisitEnv>

const listedMax = 100

/** The same pages for whoever has signed in, and for whoever comes by the link in a mail to their organisation. */
export const ownRoutes = (db: Db, given: Given) =>
  routes()
    .get('/network/needs/mine', signedIn, async (c) => c.html(await ownPage(db, c, given)))
    .get('/network/needs/mine/new', signedIn, async (c) => c.html(await newPage(db, c, given)))
    .post('/network/needs/mine/new', signedIn, (c) => write(db, c, given))
    .get('/network/needs/mine/entries/:id', signedIn, async (c) => c.html(await editPage(db, c, given)))
    .post('/network/needs/mine/entries/:id', signedIn, (c) => change(db, c, given))
    .get('/network/needs/mine/suggestions/:id', signedIn, async (c) =>
      c.html(await suggestionPage(db, c, given)),
    )
    .post('/network/needs/mine/suggestions/:id', signedIn, (c) => answerAt(db, c, given))
    .get('/network/needs/by-link/:token', anyone, async (c) => c.html(await ownPage(db, c, given)))
    .get('/network/needs/by-link/:token/new', anyone, async (c) => c.html(await newPage(db, c, given)))
    .post('/network/needs/by-link/:token/new', anyone, (c) => write(db, c, given))
    .get('/network/needs/by-link/:token/entries/:id', anyone, async (c) =>
      c.html(await editPage(db, c, given)),
    )
    .post('/network/needs/by-link/:token/entries/:id', anyone, (c) => change(db, c, given))
    .get('/network/needs/by-link/:token/suggestions/:id', anyone, async (c) =>
      c.html(await suggestionPage(db, c, given)),
    )
    .post('/network/needs/by-link/:token/suggestions/:id', anyone, (c) => answerAt(db, c, given))

async function ownPage(db: Db, c: C, { themes }: Given) {
  const acting = await actingHere(db, c)
  const ids = acting.organisations.map(({ id }) => id)
  const own = await entriesOf(db, ids, listedMax)
  const written = acting.isOffice && acting.by ? await entriesWrittenBy(db, acting.by, listedMax) : []
  const entries = [...own, ...written.filter(({ id }) => own.every((one) => one.id !== id))]
  const matches = await ownMatches(db, acting, localDate(c.var.now))
  return <OwnPage visit={c.var} {...{ acting, entries, matches, themes: await themes(c.var.language) }} />
}

async function newPage(db: Db, c: C, { themes }: Given, answered: Answered = {}) {
  const acting = await actingHere(db, c)
  const today = localDate(c.var.now)
  const begun = { id: newId(), side: c.req.query('side') ?? '', from: today }
  const filled = { ...begun, ...answered.filled }
  const choices = acting.isOffice ? await organisationsToChooseFrom(db, c.var.language) : []
  const places = await placesInUse(db, today)
  const page = { visit: c.var, acting, choices, places, themes: await themes(c.var.language) }
  return <NewEntryPage {...page} {...answered} filled={filled} />
}

/** For whom it is written: the office names anybody, others choose among their own. */
async function organisationMeant(db: Db, acting: Acting, typed: string) {
  const own = acting.organisations.find(({ id }) => id === typed)
  return own ?? (acting.isOffice ? ((await organisationNamed(db, typed)) ?? null) : null)
}

async function write(db: Db, c: C, given: Given): Promise<Response> {
  const acting = await actingHere(db, c)
  const form = await readForm(c, EntryForm)
  if (!form.ok) return c.html(await newPage(db, c, given, form), 422)
  const filled = await readFields(c)
  const organisation = await organisationMeant(db, acting, form.value.organisation)
  const mistakes = { ...mistakesIn(form.value, localDate(c.var.now)) }
  if (!organisation) mistakes['organisation'] = 'needs-offers.mistake.organisation-unknown'
  if (!organisation || Object.keys(mistakes).length > 0)
    return c.html(await newPage(db, c, given, { filled, mistakes }), 422)
  const theme = await knownTheme(given, form.value.theme)
  const refusal = await writeEntry(db, acting, organisation, { ...form.value, theme }, tellingFrom(c.var))
  if (refusal) {
    const refused = { filled, refusal: `needs-offers.refusal.${refusal}` }
    return c.html(await newPage(db, c, given, refused), refusal === 'too-many-today' ? 429 : 409)
  }
  return c.redirect(c.var.to(acting.base), 303)
}

const knownTheme = async ({ themes }: Given, theme: string | null) =>
  (await themes('sv')).find(({ id }) => id === theme)?.id ?? null

/** An entry that whoever visits may look after; for everybody else it is not there. */
async function ownEntry(db: Db, c: C): Promise<{ acting: Acting; entry: Entry }> {
  const acting = await actingHere(db, c)
  const entry = found(await entryWithId(db, c.req.param('id') ?? ''), 'need or offer')
  if (!acting.isOffice && !actsFor(acting, entry.organisation_id)) throw new NotFound('need or offer')
  return { acting, entry }
}

async function editPage(db: Db, c: C, { themes }: Given, answered: Answered = {}) {
  const { acting, entry } = await ownEntry(db, c)
  const places = await placesInUse(db, localDate(c.var.now))
  return (
    <EditEntryPage
      visit={c.var}
      {...{ acting, entry, places, themes: await themes(c.var.language) }}
      {...answered}
    />
  )
}

async function change(db: Db, c: C, given: Given): Promise<Response> {
  const { acting, entry } = await ownEntry(db, c)
  const filled = await readFields(c)
  const [ending, staying] = [Ending.safeParse(filled), Staying.safeParse(filled)]
  const refused = async (refusal: string, kept: Answered = {}) =>
    c.html(await editPage(db, c, given, { ...kept, refusal: `needs-offers.refusal.${refusal}` }), 409)
  if (ending.success || staying.success) {
    const refusal = ending.success
      ? await endOwnEntry(db, acting.by, entry.id, ending.data.do, tellingFrom(c.var))
      : await keepEntry(db, acting.by, entry.id, tellingFrom(c.var))
    return refusal ? refused(refusal) : c.redirect(c.var.to(acting.base), 303)
  }
  const form = await readForm(c, EntryForm)
  if (!form.ok) return c.html(await editPage(db, c, given, form), 422)
  const mistakes = mistakesIn(form.value, localDate(c.var.now))
  if (Object.keys(mistakes).length > 0) return c.html(await editPage(db, c, given, { filled, mistakes }), 422)
  const value = { ...form.value, theme: await knownTheme(given, form.value.theme) }
  const refusal = await rewriteEntry(db, acting.by, entry.id, value, tellingFrom(c.var))
  return refusal ? refused(refusal, { filled }) : c.redirect(c.var.to(acting.base), 303)
}
