import type { Context } from 'hono'
import { NotFound } from '#platform/errors.ts'
import { type Answered, checkForm } from '#platform/form.ts'
import { anyone, readFields, routes, type VisitEnv } from '#platform/http.ts'
import { sendFile } from '#platform/send-file.ts'
import { appealDecision, AppealForm } from './appeal-decision.ts'
import { fileOfIdea, ideaWithId } from './ideas.sql.ts'
import { confirmVoice, leaveIdea, stopTelling, withdrawIdea } from './keep-voice.ts'
import { loadIdea } from './load-idea.ts'
import { MinePage, OldIdeaLinkPage, ReporterPage } from './mine.page.tsx'
import { decisionsAbout, reportWithId } from './moderation.sql.ts'
import { confirmReport } from './report-idea.ts'
import type { Db, VoiceRow } from './tables.ts'
import { linked, voiceWithId } from './voices.sql.ts'

type C = Context<VisitEnv>

/** The page behind the links in mails: confirm, follow, stop the mails, leave, take back, ask for another look. */
export const mineRoutes = (db: Db, uploads: string) =>
  routes()
    .get('/ideas/mine/:token', anyone, async (c) => show(db, c))
    .post('/ideas/mine/:token', anyone, async (c) => {
      const link = await linked(db, c.req.param('token'))
      const fields = await readFields(c)
      if (link?.report_id && fields['do'] === 'confirm') await confirmReport(db, link.report_id, c.var.now)
      const voice = link?.voice_id ? await voiceWithId(db, link.voice_id) : undefined
      if (!voice) return show(db, c)
      if (fields['do'] === 'appeal') return appeal(db, c, voice)
      const refusal = await doWith(db, voice, String(fields['do'] ?? ''), c.var.now)
      // Not redirected: mail programs press the button that stops mails (RFC 8058), and follow no redirects.
      return show(db, c, refusal ? { refusal: `ideas.refusal.${refusal}` } : {}, refusal ? 409 : 200)
    })
    .get('/ideas/mine/:token/file', anyone, async (c) => {
      const link = await linked(db, c.req.param('token'))
      const voice = link?.voice_id ? await voiceWithId(db, link.voice_id) : undefined
      const file = voice?.kind === 'author' ? await fileOfIdea(db, voice.idea_id) : undefined
      if (!file) throw new NotFound('a file')
      return sendFile(c, uploads, file)
    })

/** What was pressed; a mail program that presses for its reader says nothing, and means that mails shall stop. */
async function doWith(db: Db, voice: VoiceRow, what: string, now: string): Promise<string | null> {
  switch (what) {
    case 'confirm':
      return confirmVoice(db, voice.id, now)
    case 'leave':
      await leaveIdea(db, voice.id, now)
      return null
    case 'withdraw':
      return withdrawIdea(db, voice.id, now)
    default:
      await stopTelling(db, voice.id)
      return null
  }
}

async function appeal(db: Db, c: C, voice: VoiceRow): Promise<Response> {
  const filled = await readFields(c)
  const form = checkForm(filled, AppealForm)
  if (!form.ok) return show(db, c, form, 422)
  const refusal = await appealDecision(db, voice.id, form.value, c.var.now)
  if (refusal) return show(db, c, { filled, refusal: `moderation.refusal.${refusal}` }, 409)
  return show(db, c)
}

async function show(db: Db, c: C, answered: Answered = {}, status: 200 | 409 | 422 = 200) {
  const token = c.req.param('token') ?? ''
  const link = await linked(db, token)
  const report = link?.report_id ? await reportWithId(db, link.report_id) : undefined
  if (report) return c.html(<ReporterPage visit={c.var} confirmed={report.confirmed_at !== null} />)
  const voice = link?.voice_id ? await voiceWithId(db, link.voice_id) : undefined
  const idea = voice && (await ideaWithId(db, voice.idea_id))
  if (!voice || !idea) return c.html(<OldIdeaLinkPage visit={c.var} />, 404)
  const decisions = await decisionsAbout(db, idea.id)
  const page = { visit: c.var, voice, decisions, token, ...(await loadIdea(db, idea)) }
  return c.html(<MinePage {...page} {...answered} />, status)
}
