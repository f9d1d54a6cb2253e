import { messageOf } from '#platform/errors.ts'
import { newUntimedId } from '#platform/ids.ts'
import type { Log } from '#platform/log.ts'
import { type Clock, type Instant, plus } from '#platform/time.ts'
import { workApart } from '#platform/work-apart.ts'
import type { Conversation } from '../opinion-map/conversation.ts'
import type { OpinionMap } from '../opinion-map/map-shape.ts'
import { opinionMap } from '../opinion-map/opinion-map.ts'
import type { Sent } from '../opinion-map/opinion-map.worker.ts'
import { packVotes } from '../opinion-map/packed-votes.ts'
import type { Db } from '../tables.ts'
import { readVotes, type Worded } from './conversation.sql.ts'
import { claimDrawing, dueDialogues, keepMap, mapBefore, putDrawingOff } from './drawings.sql.ts'
import { failedAgainMinutes, isRenewed } from './map-times.rules.ts'
import { isClosed } from './show-map.rules.ts'
import type { ShownMap } from './shown-map.ts'
import { type View, viewOf } from './view-of.ts'

interface Options {
  db: Db
  clock: Clock
  log: Log
  /** Ends a drawing at once; what it knew of is drawn by whoever comes next. */
  signal?: AbortSignal
}

/**
 * Draws the maps that are due, one after another, each in a thread of its own. Several processes may do so: each map is drawn by one
 * of them at a time. What goes wrong with one map is told in the log, and tried again later.
 */
export async function drawDueMaps({ db, clock, log, signal }: Options): Promise<number> {
  let drawn = 0
  for (const dialogueId of await dueDialogues(db, clock())) {
    if (signal?.aborted) break
    const by = newUntimedId()
    if (!(await claimDrawing(db, dialogueId, by, clock()))) continue
    try {
      const apart: Draws = (conversation, before) => mapApart(conversation, before, signal)
      if (await drawMap(db, { dialogueId, by, now: clock() }, apart)) drawn += 1
    } catch (error) {
      const isStopped = signal?.aborted ?? false
      const again = isStopped ? clock() : plus(clock(), { minutes: failedAgainMinutes })
      await putDrawingOff(db, dialogueId, by, again)
      if (!isStopped) log.error({ dialogue: dialogueId, error: messageOf(error) }, 'a map was not drawn')
    }
  }
  return drawn
}

/** Draws a map within what the caller is doing anyhow, and not in a thread: for a few votes. */
export async function drawMapHere(db: Db, dialogueId: string, now: Instant): Promise<void> {
  const by = newUntimedId()
  if (!(await claimDrawing(db, dialogueId, by, now))) return
  await drawMap(db, { dialogueId, by, now }, (conversation, before) => {
    const map = opinionMap(conversation, { before })
    return { map, view: viewOf(map, conversation) }
  })
}

interface Made {
  map: OpinionMap
  view: View
}

type Draws = (conversation: Conversation, before: OpinionMap | null) => Made | Promise<Made>

interface Drawing {
  dialogueId: string
  by: string
  /** The votes are known as of then, or later. */
  now: Instant
}

async function drawMap(db: Db, drawing: Drawing, draws: Draws): Promise<boolean> {
  const before = await mapBefore(db, drawing.dialogueId)
  if (!before) return false
  const { conversation, worded } = await readVotes(db, drawing.dialogueId)
  const { map, view } = await draws(conversation, before.map)
  const draft = withWords(view, worded)
  const renewed = isRenewed({
    shownOf: before.shown_of,
    isClosed: isClosed(before, drawing.now),
    people: votersSince(conversation, before.shown_of),
    isStatementGone: before.shown !== null && isSaidOtherwise(before.shown, worded, conversation),
  })
  return keepMap(db, drawing, { map, draft, isRenewed: renewed })
}

/** The map and what may be told of it, made in a thread of its own. */
function mapApart(
  { votes, ...rest }: Conversation,
  before: OpinionMap | null,
  signal?: AbortSignal,
): Promise<Made> {
  const sent: Sent = { conversation: rest, votes: packVotes(votes), before }
  return workApart('forum/map/map.worker.ts', sent, signal ? { signal } : {})
}

/** A view with the words of its statements. */
function withWords(view: View, worded: readonly Worded[]): ShownMap {
  const words = new Map(worded.map((one) => [one.number, one]))
  return {
    ...view,
    statements: view.statements.flatMap((one) => {
      const said = words.get(one.number)
      if (!said) return []
      return { ...one, language: said.language, words: said.words, translations: said.translations }
    }),
  }
}

function votersSince({ votes }: Conversation, since: Instant | null): number {
  const from = since === null ? 0 : Date.parse(since)
  return new Set(votes.flatMap(({ person, at }) => (at >= from ? [person] : []))).size
}

/** Whether something that everybody sees was turned down, or is worded or translated otherwise by now. */
function isSaidOtherwise(shown: ShownMap, worded: readonly Worded[], { statements }: Conversation): boolean {
  const said = new Map(
    worded.map((one, at) => [one.number, { ...one, isOut: statements[at]?.moderation === 'out' }]),
  )
  return shown.statements.some(({ number, words, translations }) => {
    const now = said.get(number)
    return (
      !now ||
      now.isOut ||
      now.words !== words ||
      JSON.stringify(now.translations) !== JSON.stringify(translations)
    )
  })
}
