import type { Visit } from '#platform/http.ts'
import { SubmitButton } from '#platform/ui/form.tsx'
import { Notice } from '#platform/ui/parts.tsx'
import type { Unseated } from './board.ts'
import type { Forum } from './load-forum.ts'
import type { ProposalReport } from './tables.ts'
import { listed, nameOf } from './seating-words.ts'
import { type Said, unmetInWords } from './unmet-words.ts'

interface Props {
  visit: Visit
  forum: Forum
  report: ProposalReport
  unseated: readonly Unseated[]
  base: string
  isReadOnly: boolean
}

/** What somebody has to look at: who sits nowhere, tables without a host, what cannot be kept and what is not. */
export function Attention({ visit, forum, report, unseated, base, isReadOnly }: Props) {
  const { t } = visit
  const impossible = unmetInWords(t, forum, report.impossible)
  const missed = unmetInWords(
    t,
    forum,
    report.missed.filter(({ why }) => why !== 'no-chair'),
  )
  return (
    <>
      {impossible.length > 0 && (
        <Notice kind="wrong" title={t('seating.impossible.title')}>
          <Sentences visit={visit} all={impossible} rounds={forum.rounds.length} />
        </Notice>
      )}
      {forum.seats.length > 0 && unseated.length > 0 && !isReadOnly && (
        <Notice kind="late" title={t('seating.unseated.title', { count: countOf(unseated) })}>
          <UnseatedList {...{ visit, forum, unseated, base }} />
          {forum.begun === 0 && <Fill visit={visit} base={base} />}
        </Notice>
      )}
      {forum.seats.length > 0 && missed.length > 0 && (
        <Notice kind="late" title={t('seating.missed.title')}>
          <Sentences visit={visit} all={missed} rounds={forum.rounds.length} />
        </Notice>
      )}
    </>
  )
}

const Fill = ({ visit: { t, to }, base }: { visit: Visit; base: string }) => (
  <>
    <form method="post" action={to(`${base}/propose`)}>
      <input type="hidden" name="kind" value="fill" />
      <SubmitButton variant="secondary">{t('seating.unseated.fill')}</SubmitButton>
    </form>
    <p class="small">{t('seating.unseated.fill-hint')}</p>
  </>
)

const countOf = (unseated: readonly Unseated[]): number =>
  new Set(unseated.map(({ person }) => person.id)).size

function Sentences({ visit, all, rounds }: { visit: Visit; all: readonly Said[]; rounds: number }) {
  const { t } = visit
  return (
    <ul>
      {all.map((one) => (
        <li>
          {one.text}{' '}
          {one.rounds.length < rounds &&
            t('seating.in-rounds', { count: one.rounds.length, rounds: listed(t, one.rounds.map(String)) })}
        </li>
      ))}
    </ul>
  )
}

function UnseatedList({ visit, forum, unseated, base }: Omit<Props, 'report' | 'isReadOnly'>) {
  const { t } = visit
  const people = Map.groupBy(unseated, ({ person }) => person)
  return (
    <ul>
      {[...people].map(([person, all]) => (
        <li>
          {nameOf(t, person)}
          {all.length < forum.rounds.length && ':'}{' '}
          {all.map(({ round }) => (
            <>
              <a href={visit.to(`${base}/move?round=${round}&person=${person.id}`)}>
                {t('seating.place-in-round', { round })}
                <span class="unseen">: {nameOf(t, person)}</span>
              </a>{' '}
            </>
          ))}
        </li>
      ))}
    </ul>
  )
}
