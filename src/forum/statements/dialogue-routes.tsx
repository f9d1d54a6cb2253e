import type { Context } from 'hono'
import { found } from '#platform/errors.ts'
import type { Answered } from '#platform/form.ts'
import { anyone, readFields, readForm, routes, type VisitEnv } from '#platform/http.ts'
import { hashOf, newToken } from '#platform/ids.ts'
import type { Db } from '../tables.ts'
import { type CastRefusal, castVote } from './cast-vote.ts'
import { dialogueState, refusalToWrite } from './dialogue.rules.ts'
import { type Dialogue, dialogueWithSlug } from './dialogues.sql.ts'
import { loadVoting } from './load-voting.ts'
import { opinionOf } from './opinions.ts'
import { statementWithId, votesBy } from './statements.sql.ts'
import { comer, giveCookie, voterToken } from './voter-cookie.ts'
import { voterOfToken } from './voters.sql.ts'
import { VotePage } from './vote.page.tsx'
import { VotesPage } from './votes.page.tsx'
import { WritePage } from './write.page.tsx'
import { StatementForm, writeStatement } from './write-statement.ts'

export type C = Context<VisitEnv>

/** A theme before a forum, for everybody: voting, changing one's votes, writing. */
export const dialogueRoutes = (db: Db) =>
  routes()
    .get('/dialogue/:slug', anyone, async (c) => c.html(await votePage(db, c)))
    .post('/dialogue/:slug', anyone, async (c) => {
      const { refusal, statement } = await vote(db, c)
      if (!refusal) return c.redirect(c.var.to(`/dialogue/${c.req.param('slug')}#vote`), 303)
      const page = await votePage(db, c, { refusal: `dialogue.refusal.${refusal}` }, statement)
      return c.html(page, statusOf(refusal))
    })
    .get('/dialogue/:slug/votes', anyone, async (c) => c.html(await votesPage(db, c)))
    .post('/dialogue/:slug/votes', anyone, async (c) => {
      const { refusal, number } = await vote(db, c)
      if (!refusal) return c.redirect(c.var.to(`/dialogue/${c.req.param('slug')}/votes#s${number}`), 303)
      return c.html(await votesPage(db, c, { refusal: `dialogue.refusal.${refusal}` }), statusOf(refusal))
    })
    .get('/dialogue/:slug/write', anyone, async (c) => c.html(await writePage(db, c)))
    .post('/dialogue/:slug/write', anyone, async (c) => {
      const dialogue = await openedDialogue(db, c)
      const form = await readForm(c, StatementForm)
      if (!form.ok) return c.html(await writePage(db, c, form), 422)
      const filled = await readFields(c)
      const me = comer(c, dialogue.slug, filled)
      const written = await writeStatement(db, { ...me, dialogueId: dialogue.id }, form.value)
      if ('refusal' in written) {
        const refusal = `dialogue.refusal.${written.refusal}`
        return c.html(await writePage(db, c, { filled, refusal }), statusOf(written.refusal))
      }
      giveCookie(c, dialogue.slug, me.token)
      if ('sent' in written) return c.redirect(c.var.to(`/dialogue/${dialogue.slug}?done=sent#vote`), 303)
      const answered = { filled, refusal: 'dialogue.refusal.close' }
      return c.html(await writePage(db, c, answered, written.close), 409)
    })

/** A theme that was opened; before that it is the organisers' alone. */
export async function openedDialogue(db: Db, c: C): Promise<Dialogue> {
  const dialogue = found(await dialogueWithSlug(db, c.req.param('slug') ?? ''), 'dialogue')
  found(dialogueState(dialogue, c.var.now) !== 'draft' || null, 'dialogue that was opened')
  return dialogue
}

const tooOften: readonly string[] = ['too-many-people', 'too-fast', 'too-many-mails']
export const statusOf = (refusal: string): 409 | 429 => (tooOften.includes(refusal) ? 429 : 409)

async function vote(db: Db, c: C) {
  const dialogue = await openedDialogue(db, c)
  const filled = await readFields(c)
  const opinion = opinionOf(filled['vote'])
  const statement = await statementWithId(db, dialogue.id, String(filled['statement'] ?? ''))
  // Whoever sends a form of ours has pressed one of its buttons, about a statement that was shown once.
  if (!statement || opinion === null || statement.state === 'waiting')
    return { refusal: 'nothing-chosen', statement: undefined, number: 0 }
  const me = comer(c, dialogue.slug, filled)
  const casting = { ...me, dialogueId: dialogue.id, statementId: statement.id, vote: opinion }
  const refusal: CastRefusal | null = await castVote(db, casting)
  if (!refusal) giveCookie(c, dialogue.slug, me.token)
  return { refusal, statement, number: statement.number }
}

/** The secret for the form of somebody who has no cookie yet. */
export const newcomer = (c: C, slug: string): string | null => (voterToken(c, slug) ? null : newToken())

async function votePage(
  db: Db,
  c: C,
  answered: Answered = {},
  missed?: Parameters<typeof VotePage>[0]['missed'],
) {
  const dialogue = await openedDialogue(db, c)
  const me = newcomer(c, dialogue.slug)
  const tokenHash = hashOf(me ?? voterToken(c, dialogue.slug) ?? '')
  const voting = await loadVoting(db, dialogue, { tokenHash, now: c.var.now })
  const done = (['sent', 'known'] as const).find((one) => one === c.req.query('done'))
  return <VotePage visit={c.var} {...{ voting, me, done, missed }} {...answered} />
}

export async function voterHere(db: Db, c: C, dialogue: Dialogue) {
  const token = voterToken(c, dialogue.slug)
  return token ? ((await voterOfToken(db, dialogue.id, hashOf(token))) ?? null) : null
}

async function votesPage(db: Db, c: C, answered: Answered = {}) {
  const dialogue = await openedDialogue(db, c)
  const voter = await voterHere(db, c, dialogue)
  const votes = voter ? await votesBy(db, voter.id) : []
  return <VotesPage visit={c.var} {...{ dialogue, votes }} {...answered} />
}

async function writePage(
  db: Db,
  c: C,
  answered: Answered = {},
  close: Parameters<typeof WritePage>[0]['close'] = [],
) {
  const dialogue = await openedDialogue(db, c)
  const closed = refusalToWrite(dialogue, 0, c.var.now)
  const refusal = answered.refusal ?? (closed ? `dialogue.refusal.${closed}` : undefined)
  const props = { dialogue, me: newcomer(c, dialogue.slug), close, isOpen: closed === null }
  return <WritePage visit={c.var} {...props} {...answered} refusal={refusal} />
}
