import { found, NotFound } from '#platform/errors.ts'
import { anyone, routes, type Visit } from '#platform/http.ts'
import type { ThreadStep } from '#platform/ui/parts.tsx'
import { stepOf } from './bead.page.tsx'
import { FollowLink } from './following/following.page.tsx'
import { isFollowed } from './following/following.rules.ts'
import { followingRoutes } from './following/following-routes.tsx'
import type { Db } from './tables.ts'
import { ThreadInBrief, ThreadPage } from './thread.page.tsx'
import { type Bead, isThreadKind, type ThreadKind } from './thread.rules.ts'
import { threadOf } from './thread-of.ts'
import { findPoint } from './find-point.ts'
import { followersOf } from './following/following.sql.ts'
import { latestWholeThread } from './facts.sql.ts'

export const threadRoutes = (db: Db, url: (language: string, path: string) => string) =>
  routes()
    .route('/', followingRoutes(db, url))
    .get('/thread/:kind/:key', anyone, async (c) => {
      const { kind, key } = c.req.param()
      if (!isThreadKind(kind)) throw new NotFound('no such kind of thread')
      const thread = found(await threadOf(db, kind, key), 'thread')
      return c.html(
        <ThreadPage visit={c.var} thread={thread}>
          {await followLinkAt(db, c.var, kind, key)}
        </ThreadPage>,
      )
    })

async function followLinkAt(db: Db, visit: Visit, kind: ThreadKind, at: string) {
  const point = isFollowed(kind) && (await findPoint(db, kind, at))
  if (!point) return null
  return <FollowLink {...{ visit, kind, at }} followers={await followersOf(db, kind, point.id)} />
}

/** Draws the thread on another slice's page. Where nothing has come of an event, nothing is drawn. */
export const threadPart = (db: Db) => async (visit: Visit, kind: ThreadKind, key: string | number) => {
  const at = String(key)
  const thread = await threadOf(db, kind, at)
  const hasOnlyBegun = kind === 'event' && !thread?.beads.some((bead) => bead.kind === 'recommendation')
  if (!thread) return null
  const standsAlone = (kind === 'network-need' || kind === 'partnership') && thread.beads.length === 1
  if (standsAlone) return null
  const followLink = await followLinkAt(db, visit, kind, at)
  if (hasOnlyBegun) return followLink
  return (
    <ThreadInBrief visit={visit} kind={kind} at={at} thread={thread}>
      {followLink}
    </ThreadInBrief>
  )
}

// Few enough to lie beside each other.
const inExample: readonly Bead['kind'][] = ['event', 'recommendation', 'answer', 'commitment', 'goal']

/** One whole thread to show what a thread is: for the home page. Null until there is one. */
export const exampleThread =
  (db: Db) =>
  async (visit: Visit): Promise<{ steps: ThreadStep[]; href: string } | null> => {
    const latest = await latestWholeThread(db)
    const thread = latest && (await threadOf(db, 'commitment', String(latest.number)))
    if (!latest || !thread) return null
    const steps = inExample
      .flatMap((kind) => thread.beads.find((bead) => bead.kind === kind) ?? [])
      .map((bead) => ({ ...stepOf(visit, bead), here: false }))
    return { steps, href: visit.to(`/thread/commitment/${latest.number}`) }
  }
