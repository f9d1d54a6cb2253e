import type { Context } from 'hono'
import { coordinator, memberOf } from '#people/index.ts'
import { found } from '#platform/errors.ts'
import type { Answered } from '#platform/form.ts'
import { type Guard, readFields, readForm, routes, type VisitEnv } from '#platform/http.ts'
import { newId } from '#platform/ids.ts'
import { mayBeAddedTo } from '../note.rules.ts'
import { noteWithHarvest } from '../harvest/with-harvest.ts'
import { eventWithNotes } from '../notes.sql.ts'
import { recommendationsOf } from '../recommendations.sql.ts'
import { saidAtTables } from '../report/load-said.ts'
import type { Db } from '../tables.ts'
import { AdditionForm, addToNote } from './add-to-note.ts'
import { AnswerCorrectionPage } from './answer-correction.page.tsx'
import { approveNote, publishNote } from './approve-note.ts'
import { AnswerForm, answerCorrection } from './correct-note.ts'
import { EraseFromNotePage } from './erase.page.tsx'
import { ErasureForm, eraseFromNote } from './erase-from-note.ts'
import { correctionWithId, presentWithMail } from './minutes.sql.ts'
import type { UrlOf } from './note.mail.ts'
import { AddToNotePage, NoteStepPage } from './note-step.page.tsx'
import { sendNote } from './send-note.ts'
import { stepClosed } from './step-closed.ts'

type C = Context<VisitEnv>

interface Options {
  organiser: Guard
  url: UrlOf
}

const notes = '/office/events/:id/notes'

/** The way of the minutes from draft to published, and what is said about them on the way. */
export const stepRoutes = (db: Db, options: Options) =>
  routes().route('/', forwardRoutes(db, options)).route('/', wordRoutes(db, options))

const forwardRoutes = (db: Db, { organiser, url }: Options) =>
  routes()
    .get('/office/events/:id/notes/send', organiser, async (c) => c.html(await stepPage(db, c, 'send')))
    .post('/office/events/:id/notes/send', organiser, async (c) => {
      const letters = { now: c.var.now, url }
      return answer(db, c, 'send', await sendNote(db, memberOf(c), idIn(c), await seenIn(c), letters))
    })
    .get('/office/events/:id/notes/approve', coordinator, async (c) =>
      c.html(await stepPage(db, c, 'approve')),
    )
    .post('/office/events/:id/notes/approve', coordinator, async (c) =>
      answer(db, c, 'approve', await approveNote(db, memberOf(c), idIn(c), await seenIn(c), c.var.now)),
    )
    .get('/office/events/:id/notes/publish', organiser, async (c) => c.html(await stepPage(db, c, 'publish')))
    .post('/office/events/:id/notes/publish', organiser, async (c) =>
      answer(db, c, 'publish', await publishNote(db, memberOf(c), idIn(c), c.var.now)),
    )

const wordRoutes = (db: Db, { organiser }: Options) =>
  routes()
    .get('/office/events/:id/notes/add', organiser, async (c) =>
      c.html(<AddToNotePage {...await additionFacts(db, c)} filled={{ id: newId() }} />),
    )
    .post('/office/events/:id/notes/add', organiser, async (c) => {
      const facts = await additionFacts(db, c)
      const form = await readForm(c, AdditionForm)
      if (!form.ok) return c.html(<AddToNotePage {...facts} {...form} />, 422)
      await addToNote(db, memberOf(c), idIn(c), form.value, c.var.now)
      return backToNotes(c)
    })
    .get('/office/events/:id/notes/erase', coordinator, async (c) =>
      c.html(<EraseFromNotePage {...await additionFacts(db, c)} />),
    )
    .post('/office/events/:id/notes/erase', coordinator, async (c) => {
      const facts = await additionFacts(db, c)
      const form = await readForm(c, ErasureForm)
      if (!form.ok) return c.html(<EraseFromNotePage {...facts} {...form} />, 422)
      const refusal = await eraseFromNote(db, memberOf(c), idIn(c), form.value, c.var.now)
      if (!refusal) return backToNotes(c)
      const answered = { filled: await readFields(c), refusal: `minutes.refusal.${refusal}` }
      return c.html(<EraseFromNotePage {...facts} {...answered} />, 409)
    })
    .get('/office/events/:id/notes/corrections/:correction', organiser, async (c) =>
      c.html(<AnswerCorrectionPage {...await correctionFacts(db, c)} />),
    )
    .post('/office/events/:id/notes/corrections/:correction', organiser, async (c) => {
      const facts = await correctionFacts(db, c)
      const form = await readForm(c, AnswerForm)
      if (!form.ok) return c.html(<AnswerCorrectionPage {...facts} {...form} />, 422)
      const answering = { eventId: idIn(c), correctionId: facts.correction.id, form: form.value }
      const refusal = await answerCorrection(db, memberOf(c), { ...answering, now: c.var.now })
      if (!refusal) return backToNotes(c)
      const answered = { filled: await readFields(c), refusal: `minutes.refusal.${refusal}` }
      return c.html(<AnswerCorrectionPage {...await correctionFacts(db, c)} {...answered} />, 409)
    })

const idIn = (c: C): string => c.req.param('id') ?? ''
const seenIn = async (c: C): Promise<string> => String((await readFields(c))['seen'] ?? '')
const backToNotes = (c: C): Response => c.redirect(c.var.to(notes.replace(':id', idIn(c))), 303)

async function noteFacts(db: Db, c: C) {
  const event = found(await eventWithNotes(db, idIn(c)), 'event')
  return { visit: c.var, event, note: found(await noteWithHarvest(db, event.id), 'note') }
}

type Step = 'send' | 'approve' | 'publish'

async function stepPage(db: Db, c: C, step: Step, answered: Answered = {}) {
  const facts = await noteFacts(db, c)
  const people = (await presentWithMail(db, facts.event.id)).length
  const said = await saidAtTables(db, facts.event.id)
  const recommendations = await recommendationsOf(db, facts.event.id)
  const closed = await stepClosed(db, { ...facts, member: c.var.member, now: c.var.now }, step)
  return <NoteStepPage {...{ ...facts, said, recommendations, closed, step, people }} {...answered} />
}

async function answer(db: Db, c: C, step: Step, refusal: string | null): Promise<Response> {
  if (!refusal) return backToNotes(c)
  return c.html(await stepPage(db, c, step, { refusal: `minutes.refusal.${refusal}` }), 409)
}

async function additionFacts(db: Db, c: C) {
  const { visit, event, note } = await noteFacts(db, c)
  found(mayBeAddedTo(note.state) || null, 'approved note')
  return { visit, event }
}

async function correctionFacts(db: Db, c: C) {
  const { visit, event, note } = await noteFacts(db, c)
  const id = c.req.param('correction') ?? ''
  return { visit, event, correction: found(await correctionWithId(db, note.id, id), 'correction') }
}
