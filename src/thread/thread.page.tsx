import type { Visit } from '#platform/http.ts'
import { inLanguage } from '#platform/language.ts'
import { Thread } from '#platform/ui/parts.tsx'
import { Page } from '#platform/ui/page.tsx'
import { excerpt, stepOf } from './bead.page.tsx'
import type { Bead, RedThread, ThreadKind } from './thread.rules.ts'

interface Props {
  visit: Visit
  kind: ThreadKind
  thread: RedThread
}

/** Everything before and after one point of the thread, in order and with dates. */
export function ThreadPage({ visit, kind, thread }: Props) {
  const { t } = visit
  const all = [...thread.start, ...thread.branches.flat(), ...thread.end]
  const name = nameOf(
    visit,
    all.find((bead) => bead.kind === kind),
  )
  return (
    <Page
      visit={visit}
      title={t('thread.title-of', { name })}
      heading={t('thread.title')}
      lead={t('thread.lead')}
    >
      <Beads visit={visit} kind={kind} beads={thread.start} />
      {thread.branches.map((branch, index) => (
        <section class="stack" aria-labelledby={`branch-${index + 1}`}>
          <h2 id={`branch-${index + 1}`}>
            {t('thread.branch', { number: index + 1, count: thread.branches.length })}
          </h2>
          <Beads visit={visit} kind={kind} beads={branch} />
        </section>
      ))}
      {thread.end.length > 0 && (
        <section class="stack" aria-labelledby="end">
          <h2 id="end">{t('thread.end')}</h2>
          <Beads visit={visit} kind={kind} beads={thread.end} />
        </section>
      )}
    </Page>
  )
}

interface BeadsProps {
  visit: Visit
  kind: ThreadKind
  beads: readonly Bead[]
}

function Beads({ visit, kind, beads }: BeadsProps) {
  if (beads.length === 0) return null
  return <Thread t={visit.t} steps={beads.map((bead) => stepOf(visit, bead, kind))} />
}

/** What the point is called from which the thread is seen. */
function nameOf({ t, language }: Visit, bead: Bead | undefined): string {
  if (bead?.kind === 'recommendation') {
    const { number, text } = bead.recommendation
    return t('thread.recommendation', { number, text: excerpt(inLanguage(text, language)) })
  }
  if (bead?.kind === 'event') return inLanguage(bead.event.title, language)
  if (bead?.kind === 'commitment') return inLanguage(bead.commitment.title, language)
  return bead?.kind === 'goal' ? inLanguage(bead.goal.title, language) : ''
}

interface BriefProps extends Props {
  /** As in the address: a slug or a number. */
  at: string
}

/** The thread as a part of another page. Where it has many branches, the way to the page that shows them all. */
export function ThreadInBrief({ visit, kind, at, thread }: BriefProps) {
  const { t } = visit
  const branches = thread.branches.length
  return (
    <section class="stack" aria-labelledby="thread">
      <h2 id="thread">{t('thread.title')}</h2>
      {branches === 0 ? (
        <Beads visit={visit} kind={kind} beads={thread.start} />
      ) : (
        <p>{t('thread.branches', { count: branches })}</p>
      )}
      <p>
        <a href={visit.to(`/thread/${kind}/${at}`)}>
          {branches === 0 ? t('thread.follow') : t('thread.follow-all')}
        </a>
      </p>
    </section>
  )
}
