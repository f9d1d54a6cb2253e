import type { Context } from 'hono'
import { type Answered, checkForm, type Filled } from '#platform/form.ts'
import { anyone, readFields, routes, type VisitEnv } from '#platform/http.ts'
import { newId } from '#platform/ids.ts'
import { looksLikeRobot } from '#platform/robot.rules.ts'
import { minutesToAgain, minutesToMail, senderOf } from '#platform/sender.ts'
import type { Db } from '../tables.ts'
import { askQuestion, confirmQuestion, QuestionForm, QuestionFormOfGuest } from './ask-question.ts'
import { ContactPage, SentPage } from './contact.page.tsx'
import { MinePage, OldQuestionLinkPage } from './mine.page.tsx'
import { promisedDays, questionBehind } from './questions.sql.ts'

type C = Context<VisitEnv>

/** A question to the office: asked without an account, followed by a link, answered by mail. */
export const contactRoutes = (db: Db) =>
  routes()
    .get('/contact', anyone, async (c) => c.html(await contactPage(db, c)))
    .post('/contact', anyone, (c) => ask(db, c))
    .get('/contact/sent', anyone, async (c) =>
      c.html(<SentPage visit={c.var} minutes={await minutesToMail(db, 'contact', c.var.now)} />),
    )
    .get('/contact/mine/:token', anyone, (c) => show(db, c))
    .post('/contact/mine/:token', anyone, async (c) => {
      const question = await questionBehind(db, c.req.param('token'))
      const { do: pressed } = await readFields(c)
      if (question && pressed === 'confirm') await confirmQuestion(db, question.id, c.var.now)
      return show(db, c)
    })

async function contactPage(db: Db, c: C, answered: Answered = {}) {
  const filled = { id: newId(), opened: c.var.now, ...answered.filled }
  return <ContactPage visit={c.var} days={await promisedDays(db)} {...answered} filled={filled} />
}

const textAt = (fields: Filled, name: string): string => {
  const value = fields[name]
  return typeof value === 'string' ? value : ''
}

async function ask(db: Db, c: C): Promise<Response> {
  const { member, from, to, now } = c.var
  const filled = await readFields(c)
  const form = checkForm(filled, member ? QuestionForm : QuestionFormOfGuest)
  if (!form.ok) return c.html(await contactPage(db, c, form), 422)
  const robot = looksLikeRobot({ trap: textAt(filled, 'website'), openedAt: textAt(filled, 'opened'), now })
  if (robot) return c.html(await contactPage(db, c, { filled, refusal: `contact.refusal.${robot}` }), 422)
  const sender = senderOf(member, textAt(filled, 'email').trim().toLowerCase(), from)
  const base = c.var.url('/').replace(/\/\w\w$/, '')
  const url = (language: string, path: string): string => `${base}/${language}${path}`
  const refusal = await askQuestion(db, form.value, sender, { now, url })
  if (!refusal) return c.redirect(to('/contact/sent'), 303)
  const minutes = await minutesToAgain(db, 'contact', from, now)
  return c.html(await contactPage(db, c, { filled, refusal: `contact.refusal.${refusal}`, minutes }), 429)
}

async function show(db: Db, c: C): Promise<Response> {
  const question = await questionBehind(db, c.req.param('token') ?? '')
  if (!question) return c.html(<OldQuestionLinkPage visit={c.var} />, 404)
  return c.html(<MinePage visit={c.var} question={question} />)
}
