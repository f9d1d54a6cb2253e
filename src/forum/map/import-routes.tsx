import type { Context } from 'hono'
import { memberOf } from '#people/index.ts'
import { found } from '#platform/errors.ts'
import { type Answered, checkForm, type Filled } from '#platform/form.ts'
import { type Guard, routes, type VisitEnv } from '#platform/http.ts'
import { newId } from '#platform/ids.ts'
import type { Problem } from '#platform/ui/form.tsx'
import type { Words } from '#platform/words.ts'
import type { Conversation } from '../opinion-map/conversation.ts'
import { UnreadableFile } from '../opinion-map/csv-rows.ts'
import { readPolis } from '../opinion-map/read-polis.ts'
import { eventToDecide } from '../notes.sql.ts'
import type { Db } from '../tables.ts'
import { ImportPage } from './import.page.tsx'
import { ImportForm, importPolis } from './import-polis.ts'
import { importMax, importProblem, wordsMax } from './import.rules.ts'

type C = Context<VisitEnv>

const address = '/office/events/:id/import-dialogue'

/** Where organizers bring in what was said and voted on elsewhere. */
export const importRoutes = (db: Db, { organiser }: { organiser: Guard }) =>
  routes()
    .get(address, organiser, async (c) => c.html(await page(db, c, { filled: { id: newId() } })))
    .post(address, organiser, async (c) => {
      const { filled, comments, votes } = await sent(c)
      const form = checkForm(filled, ImportForm)
      if (!form.ok) return c.html(await page(db, c, form), 422)
      const read = conversationIn(c.var.t, comments, votes)
      if ('text' in read) return c.html(await page(db, c, { filled }, read), 422)
      const eventId = c.req.param('id')
      await importPolis(db, { by: memberOf(c), eventId, now: c.var.now }, form.value, read)
      return c.redirect(c.var.to(`/office/events/${eventId}/dialogue/${form.value.id}/map`), 303)
    })

async function page(db: Db, c: C, answered: Answered, unreadable?: Problem) {
  const event = found(await eventToDecide(db, c.req.param('id') ?? ''), 'event')
  return <ImportPage visit={c.var} event={event} {...answered} unreadable={unreadable} />
}

async function sent(c: C): Promise<{ filled: Filled; comments: string | null; votes: string | null }> {
  const body = await c.req.parseBody()
  const text = async (name: string): Promise<string | null> => {
    const file = body[name]
    return file instanceof File && file.size > 0 ? (await file.text()).replaceAll('\u0000', '') : null
  }
  const filled = Object.fromEntries(
    Object.entries(body).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  )
  return { filled, comments: await text('comments'), votes: await text('votes') }
}

/** The conversation in the two files, or what is wrong with them, and where. */
function conversationIn(t: Words, comments: string | null, votes: string | null): Conversation | Problem {
  if (comments === null) return { field: 'comments', text: t('opinions.import.missing-comments') }
  if (votes === null) return { field: 'votes', text: t('opinions.import.missing-votes') }
  try {
    const conversation = readPolis({ 'comments.csv': comments, 'votes.csv': votes })
    const problem = importProblem(conversation)
    if (!problem) return conversation
    const values = {
      statement: 'statement' in problem ? problem.statement : '',
      ...{ letters: wordsMax, statements: importMax.statements, votes: importMax.votes },
    }
    const field =
      problem.kind === 'unknown-statement' || problem.kind === 'too-many-votes' ? 'votes' : 'comments'
    return { field, text: t(`opinions.import.problem.${problem.kind}`, values) }
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error
    const { file, line = 1, found: there = '' } = error.where
    const why = t(`opinions.import.unreadable.${error.problem}`, { found: there })
    return {
      field: file === 'votes.csv' ? 'votes' : 'comments',
      text: t('opinions.import.where', { file, line, why }),
    }
  }
}
