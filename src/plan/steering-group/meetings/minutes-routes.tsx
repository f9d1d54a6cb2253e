import type { Context } from 'hono'
import { coordinator, memberOf } from '#people/index.ts'
import { found } from '#platform/errors.ts'
import type { Answered } from '#platform/form.ts'
import { readFields, readForm, routes, type VisitEnv } from '#platform/http.ts'
import type { Db } from '../../tables.ts'
import type { Letters } from '../letters.ts'
import { AnswerCorrectionForm, answerCorrection } from './correct-minutes.ts'
import { loadMeeting } from './load-meeting.ts'
import { AnswerCorrectionPage, WriteMinutesPage } from './minutes-forms.page.tsx'
import { meetingPath } from './meeting-desk.page.tsx'
import { OfficeMeetingPage } from './office-meeting.page.tsx'
import { approveMinutes, MinutesForm, publishMinutes, sendMinutes, writeMinutes } from './write-minutes.ts'

type C = Context<VisitEnv>

const meeting = '/office/steering-group/meetings/:meeting'

/** The way of the minutes, from written to published. */
export const minutesRoutes = (db: Db, url: Letters['url']) =>
  routes()
    .get(`${meeting}/minutes`, coordinator, async (c) => c.html(<WriteMinutesPage {...await facts(db, c)} />))
    .post(`${meeting}/minutes`, coordinator, async (c) => {
      const form = await readForm(c, MinutesForm)
      if (!form.ok) return c.html(<WriteMinutesPage {...await facts(db, c)} {...form} />, 422)
      const refusal = await writeMinutes(db, acting(c, url), form.value)
      if (!refusal) return back(c)
      return c.html(<WriteMinutesPage {...await facts(db, c)} {...await refused(c, refusal)} />, 409)
    })
    .post(`${meeting}/step`, coordinator, async (c) => {
      const { do: step, seen } = await readFields(c)
      const refusal = await takeStep(db, acting(c, url), String(step), String(seen ?? ''))
      if (!refusal) return back(c)
      const page = { ...(await facts(db, c)), refusal: `steering-group.refusal.${refusal}` }
      return c.html(<OfficeMeetingPage {...page} />, 409)
    })
    .get(`${meeting}/corrections/:correction`, coordinator, async (c) =>
      c.html(<AnswerCorrectionPage {...await correctionFacts(db, c)} />),
    )
    .post(`${meeting}/corrections/:correction`, coordinator, async (c) => {
      const page = await correctionFacts(db, c)
      const form = await readForm(c, AnswerCorrectionForm)
      if (!form.ok) return c.html(<AnswerCorrectionPage {...page} {...form} />, 422)
      const answer = { id: page.correction.id, form: form.value }
      const refusal = await answerCorrection(db, acting(c, url), answer)
      if (!refusal) return back(c)
      return c.html(<AnswerCorrectionPage {...page} {...await refused(c, refusal)} />, 409)
    })

type Acting = Parameters<typeof sendMinutes>[1]

function takeStep(db: Db, by: Acting, step: string, seen: string): Promise<string | null> {
  if (step === 'send') return sendMinutes(db, by, seen)
  return step === 'approve' ? approveMinutes(db, by, seen) : publishMinutes(db, by)
}

const idIn = (c: C): string => c.req.param('meeting') ?? ''
const acting = (c: C, url: Letters['url']): Acting => ({
  ...{ by: memberOf(c), meetingId: idIn(c), now: c.var.now, url },
})
const back = (c: C): Response => c.redirect(c.var.to(meetingPath(idIn(c))), 303)

const refused = async (c: C, refusal: string): Promise<Answered> => ({
  filled: await readFields(c),
  refusal: `steering-group.refusal.${refusal}`,
})

const facts = async (db: Db, c: C) => ({ visit: c.var, loaded: await loadMeeting(db, idIn(c)) })

async function correctionFacts(db: Db, c: C) {
  const page = await facts(db, c)
  const correction = page.loaded.corrections.find((one) => one.id === c.req.param('correction'))
  return { ...page, correction: found(correction, 'correction') }
}
