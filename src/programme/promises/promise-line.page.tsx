import type { Child } from 'hono/jsx'
import { dateInWords } from '#platform/dates.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage } from '#platform/language.ts'
import { SeriesMark, Tag, type TagKind } from '#platform/ui/parts.tsx'
import { Text } from '#platform/ui/text.tsx'
import type { Words } from '#platform/words.ts'
import type { SeriesYear } from './load-year.ts'
import type { PromiseState } from './promise.rules.ts'
import type { SeriesPromise } from './promises.sql.ts'
import { yearlyKind } from './yearly.rules.ts'

const tagKinds: Record<PromiseState, TagKind> = {
  kept: 'good',
  planned: 'waiting',
  'time-left': 'plain',
  'at-risk': 'late',
  missed: 'stopped',
  'without-number': 'plain',
  'nothing-promised': 'plain',
}

/** What is promised: in words of its own, or its numbers in a sentence. */
export function PromiseWords({ t, promise }: { t: Words; promise: Said }) {
  return inLanguage(promise.words, t.language) ? (
    <Text of={promise.words} t={t} />
  ) : (
    <>{numbersInWords(t, promise)}</>
  )
}

type Said = Pick<SeriesPromise, 'words' | 'yearly_min' | 'yearly_max' | 'counts'>

function numbersInWords(t: Words, promise: Said): string {
  const { yearly_min: min, yearly_max, counts } = promise
  const max = yearly_max ?? min
  return t(`promises.yearly.${yearlyKind(promise)}`, { min, max, counts })
}

/** The state in a word or two. */
export const PromiseTag = ({ t, state }: { t: Words; state: PromiseState }) =>
  state === 'without-number' ? null : <Tag kind={tagKinds[state]}>{t(`promises.state.${state}`)}</Tag>

/** How far the year has come, and by when somebody has to do something. */
export function standingInWords(t: Words, line: SeriesYear): string {
  const { year, isOver, held, coming, missing, over, nextBy, late, state } = line
  const sentences = [t('promises.so-far', { year, held, coming, over: isOver ? 'yes' : 'no' })]
  if (nextBy) {
    const values = { missing, date: dateInWords(t.language, nextBy) }
    sentences.push(t(late ? 'promises.next-late' : 'promises.next-by', values))
  }
  if (state === 'missed') sentences.push(t('promises.missed-by', { missing }))
  if (over > 0) sentences.push(t('promises.over', { over }))
  return sentences.join(' ')
}

interface LineProps {
  visit: Visit
  line: SeriesYear
  /** Where the state stands, when it does not follow the words. */
  withTag?: boolean
}

/** One promise of one year, in words: what was promised, how far the year has come, and why it was missed. */
export function PromiseText({ visit, line, withTag = false }: LineProps) {
  const { t } = visit
  const { asks, state } = line
  return (
    <>
      {asks && (
        <p>
          <PromiseWords t={t} promise={asks} />
        </p>
      )}
      <p class="quiet">{standingInWords(t, line)}</p>
      {state === 'missed' && <Reason visit={visit} line={line} />}
      <Changes visit={visit} line={line} />
      {withTag && (
        <p>
          <PromiseTag t={t} state={state} />
        </p>
      )}
    </>
  )
}

/** Why it was missed; coordinators are led to where they say so, or say it better. */
const Reason = ({ visit: { t, to, member }, line: { reason, series, year } }: LineProps): Child => (
  <p>
    {reason ? (
      <>
        {t('promises.because')} <Text of={reason} t={t} />
      </>
    ) : (
      t('promises.no-reason-yet')
    )}{' '}
    {member?.party && (
      <a href={to(`/office/series/${series.key}/missed/${year}`)}>{t('promises.missed.link')}</a>
    )}
  </p>
)

/** Where the year saw more than one promise, or none at its end: which of them counts. */
function Changes({ visit: { t }, line: { promises, asks, year } }: LineProps) {
  const last = promises.at(-1)
  if (!asks && last?.until_on)
    return <p class="quiet">{t('promises.ended', { date: dateInWords(t.language, last.until_on) })}</p>
  if (promises.length < 2 || !asks) return null
  const [before] = promises
  const values = { date: dateInWords(t.language, asks.from_on), year }
  return (
    <p class="quiet">
      {t('promises.changed', values)} {before && <PromiseWords t={t} promise={before} />}
    </p>
  )
}

/** The promises of a year, one row each. */
export const PromiseList = ({ visit, lines }: { visit: Visit; lines: readonly SeriesYear[] }) => (
  <ul class="promises">
    {lines.map((line) => (
      <li class={`in-${line.series.mark}`}>
        <SeriesMark mark={line.series.mark} />
        <div>
          <a class="strong" href={visit.to(`/series/${line.series.key}`)}>
            <Text of={line.series.name} t={visit.t} />
          </a>
          <PromiseText visit={visit} line={line} />
        </div>
        <p class="state">
          <PromiseTag t={visit.t} state={line.state} />
        </p>
      </li>
    ))}
  </ul>
)

/** Those of a year that promised a number, or had ended before it was over. */
export const promising = (lines: readonly SeriesYear[]): SeriesYear[] =>
  lines.filter(({ asks, promises }) =>
    asks ? asks.yearly_min > 0 : promises.some((one) => one.yearly_min > 0),
  )
