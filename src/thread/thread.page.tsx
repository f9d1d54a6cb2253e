import type { Child } from 'hono/jsx'
import type { Visit } from '#platform/http.ts'
import { Thread } from '#platform/ui/parts.tsx'
import { Page } from '#platform/ui/page.tsx'
import { nameOf, stepOf } from './bead.page.tsx'
import { ThreadPicture } from './picture.page.tsx'
import type { Bead, Placed, RedThread, ThreadKind } from './thread.rules.ts'

interface Props {
  visit: Visit
  thread: RedThread
  /** What else can be done with it. */
  children?: Child
}

/** Everything before and after one point of the thread: as a picture, and in order with dates. */
export function ThreadPage({ visit, thread, children }: Props) {
  const { t } = visit
  const here = thread.beads.find((bead) => bead.here)
  const name = here ? nameOf(visit, here) : ''
  return (
    <Page
      visit={visit}
      title={t('thread.title-of', { name })}
      heading={t('thread.title')}
      lead={t('thread.lead-of', { name })}
      wide
    >
      <div class="thread-page">
        {!thread.isLine && <ThreadPicture visit={visit} thread={thread} />}
        <div class="stack">
          <p class="quiet">{inNumbers(visit, thread)}</p>
          <Beads visit={visit} thread={thread} />
          {children}
        </div>
      </div>
    </Page>
  )
}

/** How much there is before and after. */
function inNumbers({ t }: Visit, { beads }: RedThread): string {
  const at = beads.findIndex((bead) => bead.here)
  const isThere = ({ kind }: Bead): boolean => !kind.endsWith('-to-come')
  const before = beads.slice(0, at).filter(isThere).length
  const after = beads.slice(at + 1).filter(isThere).length
  return t('thread.in-numbers', { before, after })
}

function Beads({ visit, thread }: Omit<Props, 'children'>) {
  const { beads, isLine } = thread
  const steps = beads.map((bead) => ({
    ...stepOf(visit, bead),
    ...{ id: `bead-${bead.number}`, leadsTo: isLine ? undefined : <LeadsTo visit={visit} bead={bead} /> },
  }))
  return <Thread t={visit.t} steps={steps} numbered={isLine ? 'line' : 'forked'} />
}

/** The threads of the picture in words: the numbers of the beads that this one leads to. */
function LeadsTo({ visit, bead }: { visit: Visit; bead: Placed }) {
  if (bead.to.length === 0) return null
  return (
    <>
      {visit.t('thread.leads-to')}{' '}
      {bead.to.map((number, index) => (
        <>
          {index > 0 && ', '}
          <a href={`#bead-${number}`}>{number}</a>
        </>
      ))}
    </>
  )
}

interface BriefProps extends Props {
  kind: ThreadKind
  /** As in the address: a slug or a number. */
  at: string
}

/** The thread as a part of another page. Where it forks, its picture and the way to the page that shows it all. */
export function ThreadInBrief({ visit, kind, at, thread, children }: BriefProps) {
  const { t } = visit
  const page = visit.to(`/thread/${kind}/${at}`)
  return (
    <section class="stack" aria-labelledby="thread">
      <h2 id="thread">{t('thread.title')}</h2>
      {thread.isLine ? (
        <Thread t={t} steps={thread.beads.map((bead) => stepOf(visit, bead))} />
      ) : (
        <>
          <p>{inNumbers(visit, thread)}</p>
          <ThreadPicture visit={visit} thread={thread} at={page} />
        </>
      )}
      <p>
        <a href={page}>{thread.isLine ? t('thread.follow') : t('thread.follow-all')}</a>
      </p>
      {children}
    </section>
  )
}
