import type { Context } from 'hono'
import { NotFound } from '#platform/errors.ts'
import { type Answered, checkForm, type Filled } from '#platform/form.ts'
import { anyone, download, readFields, readForm, routes, type VisitEnv } from '#platform/http.ts'
import { newId } from '#platform/ids.ts'
import { readFormWithFile } from '#platform/large-form.ts'
import { looksLikeRobot } from '#platform/robot.rules.ts'
import { minutesToAgain, minutesToMail, senderOf } from '#platform/sender.ts'
import { sendFile } from '#platform/send-file.ts'
import { localDate } from '#platform/time.ts'
import { readAttachment } from './attachment.ts'
import type { Telling } from './decide-ideas.ts'
import { IdeaForm, IdeaFormOfGuest, handInIdea } from './hand-in-idea.ts'
import { NewIdeaPage, SentPage } from './hand-in.page.tsx'
import { IdeaPage } from './idea.page.tsx'
import { fileOfIdea, promisedDays } from './ideas.sql.ts'
import { IdeasPage } from './list.page.tsx'
import { countFound, everyShown, ideasFound, latestShown, themesInUse } from './lists.sql.ts'
import { loadIdea, publicIdea } from './load-idea.ts'
import { ModerationPage } from './moderation.page.tsx'
import { ReportedPage, ReportPage } from './report.page.tsx'
import { moderationNumbers } from './moderation.sql.ts'
import { ideasAsCsv, ideasAsFeed, ideasAsJson } from './open-files.ts'
import { keptPromise } from './promise.sql.ts'
import { ReportForm, reportIdea } from './report-idea.ts'
import { SupportForm, SupportFormOfGuest, supportIdea } from './support-idea.ts'
import type { Db } from './tables.ts'
import { wantedFrom } from './wanted.rules.ts'

type C = Context<VisitEnv>

const perPage = 30
const feedMax = 50

/** Ideas for everybody: all of them, one of them, handing in, supporting and reporting. */
export const publicIdeaRoutes = (db: Db, uploads: string) =>
  routes()
    .get('/ideas', anyone, async (c) => c.html(await listPage(db, c)))
    .get('/ideas.json', anyone, async (c) => c.json(ideasAsJson(await everyShown(db), c.var)))
    .get('/ideas.csv', anyone, async (c) =>
      download(c, ideasAsCsv(await everyShown(db), c.var), { name: 'ideas.csv', type: 'text/csv' }),
    )
    .get('/ideas.atom', anyone, async (c) =>
      c.body(ideasAsFeed(await latestShown(db, feedMax), c.var), 200, {
        'Content-Type': 'application/atom+xml; charset=utf-8',
      }),
    )
    .get('/ideas/moderation', anyone, async (c) =>
      c.html(<ModerationPage visit={c.var} numbers={await moderationNumbers(db)} />),
    )
    .get('/ideas/sent', anyone, async (c) => {
      const held = (['personal-number', 'harsh-words'] as const).find((one) => one === c.req.query('held'))
      const minutes = await minutesToMail(db, 'idea', c.var.now)
      const page = { kind: c.req.query('kind') ?? '', held: held ?? null, minutes }
      return c.html(<SentPage visit={c.var} {...page} />)
    })
    .get('/ideas/new', anyone, async (c) => c.html(await newPage(db, c)))
    .post('/ideas/new', anyone, (c) => handIn(db, c, uploads))
    .get('/ideas/:number', anyone, async (c) => c.html(await ideaPage(db, c)))
    .post('/ideas/:number', anyone, (c) => support(db, c))
    .get('/ideas/:number/file', anyone, async (c) => {
      const idea = await publicIdea(db, c.req.param('number'))
      const file = await fileOfIdea(db, idea.id)
      if (!file) throw new NotFound('a file')
      return sendFile(c, uploads, file)
    })
    .get('/ideas/:number/reported', anyone, async (c) => {
      await publicIdea(db, c.req.param('number'))
      return c.html(<ReportedPage visit={c.var} />)
    })
    .get('/ideas/:number/report', anyone, async (c) => c.html(await reportPage(db, c)))
    .post('/ideas/:number/report', anyone, (c) => report(db, c))

async function listPage(db: Db, c: C) {
  const wanted = wantedFrom((name) => c.req.query(name))
  const count = await countFound(db, wanted)
  const last = Math.max(1, Math.ceil(count / perPage))
  const number = Math.min(last, Math.max(1, Number.parseInt(c.req.query('page') ?? '1', 10) || 1))
  const ideas = await ideasFound(db, wanted, { max: perPage, skip: (number - 1) * perPage })
  const themes = await themesInUse(db)
  const promise = { days: await promisedDays(db), kept: await keptPromise(db, localDate(c.var.now)) }
  const page = { number, last }
  return <IdeasPage visit={c.var} {...{ wanted, count, ideas, themes, page, promise }} />
}

async function newPage(db: Db, c: C, answered: Answered = {}) {
  const filled = { id: newId(), opened: c.var.now, ...answered.filled }
  return <NewIdeaPage visit={c.var} days={await promisedDays(db)} {...answered} filled={filled} />
}

const textAt = (fields: Filled, name: string): string => {
  const value = fields[name]
  return typeof value === 'string' ? value : ''
}

const robotIn = (c: C, fields: Filled) =>
  looksLikeRobot({ trap: textAt(fields, 'website'), openedAt: textAt(fields, 'opened'), now: c.var.now })

async function handIn(db: Db, c: C, uploads: string): Promise<Response> {
  const { member, from, to } = c.var
  const sent = await readFormWithFile(c)
  const form = checkForm(sent.fields, member ? IdeaForm : IdeaFormOfGuest)
  const file = await readAttachment(sent.file)
  const mistakes = form.ok ? {} : { ...form.mistakes }
  if (sent.isTooLarge) mistakes['file'] = 'ideas.mistake.file-too-large'
  else if (!file.ok) mistakes['file'] = file.mistake
  const filled = sent.fields
  if (!form.ok || !file.ok || sent.isTooLarge) return c.html(await newPage(db, c, { filled, mistakes }), 422)
  const robot = robotIn(c, filled)
  if (robot) return c.html(await newPage(db, c, { filled, refusal: `ideas.refusal.${robot}` }), 422)
  const sender = senderOf(member, textAt(filled, 'email').trim().toLowerCase(), from)
  const idea = { form: form.value, attachment: file.attachment, uploads }
  const answer = await handInIdea(db, idea, sender, telling(c))
  if (answer.refusal) {
    const minutes = await minutesToAgain(db, 'idea', from, c.var.now)
    return c.html(await newPage(db, c, { filled, refusal: `ideas.refusal.${answer.refusal}`, minutes }), 429)
  }
  return c.redirect(to(`/ideas/sent?kind=idea${answer.held ? `&held=${answer.held}` : ''}`), 303)
}

const telling = (c: C): Telling => {
  const base = c.var.url('/').replace(/\/\w\w$/, '')
  return { now: c.var.now, url: (language: string, path: string) => `${base}/${language}${path}` }
}

async function ideaPage(db: Db, c: C, answered: Answered = {}) {
  const idea = await publicIdea(db, c.req.param('number') ?? '')
  return <IdeaPage visit={c.var} {...await loadIdea(db, idea)} {...answered} />
}

async function support(db: Db, c: C): Promise<Response> {
  const { member, from, to } = c.var
  const idea = await publicIdea(db, c.req.param('number') ?? '')
  const form = await readForm(c, member ? SupportForm : SupportFormOfGuest)
  if (!form.ok) return c.html(await ideaPage(db, c, form), 422)
  const sender = senderOf(member, 'email' in form.value ? String(form.value.email) : '', from)
  const refusal = await supportIdea(db, idea.id, form.value, sender, telling(c))
  if (!refusal) return c.redirect(to('/ideas/sent?kind=support'), 303)
  const minutes = await minutesToAgain(db, 'idea', from, c.var.now)
  const answered = { filled: await readFields(c), refusal: `ideas.refusal.${refusal}`, minutes }
  return c.html(await ideaPage(db, c, answered), refusal === 'too-many' ? 429 : 409)
}

async function reportPage(db: Db, c: C, answered: Answered = {}) {
  const idea = await publicIdea(db, c.req.param('number') ?? '')
  return <ReportPage visit={c.var} idea={idea} {...answered} />
}

async function report(db: Db, c: C): Promise<Response> {
  const { from, language, to } = c.var
  const idea = await publicIdea(db, c.req.param('number') ?? '')
  const form = await readForm(c, ReportForm)
  if (!form.ok) return c.html(await reportPage(db, c, form), 422)
  const filled = await readFields(c)
  if (form.value.website)
    return c.html(await reportPage(db, c, { filled, refusal: 'ideas.refusal.trap-filled' }), 422)
  const refusal = await reportIdea(db, idea, form.value, { from, language }, telling(c))
  if (refusal)
    return c.html(await reportPage(db, c, { filled, refusal: 'ideas.refusal.reports-too-many' }), 429)
  return c.redirect(to(`/ideas/${idea.number}/reported`), 303)
}
