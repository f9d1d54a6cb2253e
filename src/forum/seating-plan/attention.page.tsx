import type { Visit } from '#platform/http.ts'
import { SubmitButton } from '#platform/ui/form.tsx'
import { Notice } from '#platform/ui/parts.tsx'
import type { Unmet } from '../seating/unmet.ts'
import type { Unseated } from './board.ts'
import { stepInWords, whenOf } from './last-steps.page.tsx'
import type { Forum } from './load-forum.ts'
import type { StepRow } from './seating.sql.ts'
import type { ProposalReport } from './tables.ts'
import { listed, nameOf } from './seating-words.ts'
import { type Said, unmetInWords } from './unmet-words.ts'

interface Props {
  visit: Visit
  forum: Forum
  report: ProposalReport
  unseated: readonly Unseated[]
  /** The moves by which somebody broke what is not kept. */
  behind: ReadonlyMap<Unmet, StepRow>
  names: ReadonlyMap<string, string>
  base: string
  isReadOnly: boolean
}

/** What somebody has to look at: who sits nowhere, tables without a host, what cannot be kept and what is not. */
export function Attention(props: Props) {
  const { visit, forum, report, unseated, base, isReadOnly } = props
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
          <Sentences
            visit={visit}
            all={missed}
            rounds={forum.rounds.length}
            {...(!isReadOnly && { moves: props })}
          />
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

interface SentencesProps {
  visit: Visit
  all: readonly Said[]
  rounds: number
  /** Where it is said which move did it, and how to get out of it. */
  moves?: Props
}

function Sentences({ visit, all, rounds, moves }: SentencesProps) {
  const { t } = visit
  return (
    <ul>
      {all.map((one) => (
        <li>
          {one.text}{' '}
          {one.rounds.length < rounds &&
            t('seating.in-rounds', {
              count: one.rounds.length,
              rounds: listed(t, one.rounds.map(String)),
            })}{' '}
          {moves && <Behind {...moves} said={one} />}
        </li>
      ))}
    </ul>
  )
}

/** By which moves it came so, and a way to move somebody away again. */
function Behind({ visit, forum, base, behind, names, said }: Props & { said: Said }) {
  const { t } = visit
  const steps = [...new Set(said.of.flatMap((one) => behind.get(one) ?? []))]
  const next = said.of.find(({ round }) => round >= forum.begun)
  const free = forum.people.find((one) => next?.people.includes(one.id) && one.fixed_table === null)
  return (
    <>
      {steps.map((step) => (
        <>
          {t('seating.missed.by-move', { when: whenOf(visit, step) })}{' '}
          {stepInWords(visit, forum, step, names)}{' '}
        </>
      ))}
      {next && free && (
        <a href={visit.to(`${base}/move?round=${next.round + 1}&person=${free.id}`)}>
          {t('seating.move.title', { name: nameOf(t, free), round: next.round + 1 })}
        </a>
      )}
    </>
  )
}

function UnseatedList({
  visit,
  forum,
  unseated,
  base,
}: Pick<Props, 'visit' | 'forum' | 'unseated' | 'base'>) {
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
