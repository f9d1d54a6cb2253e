import type { Visit } from '#platform/http.ts'
import { inLanguage } from '#platform/language.ts'
import { roundedMean } from '#platform/rounded.ts'
import { Page } from '#platform/ui/page.tsx'
import { DataTable, Facts, LinkButton } from '#platform/ui/parts.tsx'
import type { Words } from '#platform/words.ts'
import { QrCode } from '../door/qr.page.tsx'
import type { ProgrammeEvent } from '../events.sql.ts'
import { eventTrail } from '../office-event.page.tsx'
import { capacities } from '../sign-up/sign-up.rules.ts'
import type { Results } from './results.ts'
import { type Figures, meanOf, type Question, questions } from './shown.rules.ts'

interface Props {
  visit: Visit
  event: ProgrammeEvent
  results: Results
}

/** What those who came thought, on the event's own page; nothing while it could point at somebody. */
export function EvaluationSection({ visit, event, results }: Props) {
  const { t } = visit
  const { shown, later } = results
  // The address for the room is for events that everybody may know of.
  const isOpen = results.isOpen && event.unlisted !== 1
  if (!shown && !later && !isOpen) return null
  return (
    <section class="stack">
      <h2>{t('evaluation.section.heading')}</h2>
      {shown && (
        <>
          <Facts rows={questions.flatMap((question) => rowOf(visit, shown.figures, question))} />
          <p class="small quiet">{t('evaluation.section.answers', { answers: shown.answers })}</p>
        </>
      )}
      {later && <p>{laterInWords(t, later)}</p>}
      {isOpen && (
        <p>
          <a href={visit.to(`/events/${event.slug}/evaluation`)}>{t('evaluation.section.answer')}</a>
        </p>
      )}
    </section>
  )
}

function rowOf(visit: Visit, figures: Figures, question: Question): [string, string][] {
  const figure = figures[question]?.all
  return figure ? [[visit.t(`evaluation.question.${question}`), inWords(visit, question, figure)]] : []
}

/** "4.2 of 5", or how many of a hundred said yes; and of how many answers. */
function inWords({ t }: Visit, question: Question, figure: { answers: number; sum: number }): string {
  const mean = meanOf(figure)
  return question === 'contact'
    ? t('evaluation.section.share', { percent: Math.round(mean * 100), answers: figure.answers })
    : t('evaluation.section.mean', { mean: roundedMean(mean), answers: figure.answers })
}

const laterInWords = (t: Words, { answers, figures }: NonNullable<Results['later']>): string =>
  t('evaluation.section.later', { yes: figures.yes, no: figures.no, early: figures['too-early'], answers })

/** The same for those who look after the event, with sectors and what was written; and the way in for the room. */
export function ResultsPage({ visit, event, results }: Props) {
  const { t, language } = visit
  const { shown, later, answers, laterAnswers } = results
  return (
    <Page
      visit={visit}
      title={t('evaluation.results.title', { title: inLanguage(event.title, language) })}
      lead={t('evaluation.results.lead')}
      trail={eventTrail(visit, event)}
    >
      <Facts
        rows={[
          [t('evaluation.results.answers'), String(answers)],
          [t('evaluation.results.shown'), String(shown?.answers ?? 0)],
          [t('evaluation.results.later'), laterAnswers > 0 && String(laterAnswers)],
        ]}
      />
      {shown ? (
        <>
          <h2>{t('evaluation.results.means')}</h2>
          <SectorTable visit={visit} figures={shown.figures} />
          <Written visit={visit} word="who_missing" texts={shown.texts['who_missing']} />
          <Written visit={visit} word="better" texts={shown.texts['better']} />
        </>
      ) : (
        <p>{t('evaluation.results.too-few')}</p>
      )}
      {later && (
        <>
          <h2>{t('evaluation.follow-up.question')}</h2>
          <p>{laterInWords(t, later)}</p>
          <Written visit={visit} word="what" texts={later.texts['what']} />
        </>
      )}
      <Room visit={visit} event={event} />
    </Page>
  )
}

/** The way in for those who are there; a draft, or what only the invited know of, has no address to show. */
function Room({ visit, event }: Pick<Props, 'visit' | 'event'>) {
  const { t } = visit
  if (event.published_at === null || event.unlisted === 1) return null
  const address = visit.url(`/events/${event.slug}/evaluation`)
  return (
    <>
      <h2>{t('evaluation.results.room')}</h2>
      <p>{t('evaluation.results.room-lead')}</p>
      <p>
        <strong class="numbers">{address}</strong>
      </p>
      <QrCode text={address} label={t('evaluation.results.code', { address })} large />
      <LinkButton variant="secondary" href={visit.to(`/events/${event.slug}/evaluation`)}>
        {t('evaluation.results.see-form')}
      </LinkButton>
    </>
  )
}

function SectorTable({ visit, figures }: { visit: Visit; figures: Figures }) {
  const { t } = visit
  const shownSectors = capacities.filter((one) =>
    questions.some((question) => figures[question]?.sectors[one]),
  )
  return (
    <DataTable
      caption={t('evaluation.results.means')}
      captionUnseen
      head={['question', 'all']
        .map((column) => t(`evaluation.results.column.${column}`))
        .concat(shownSectors.map((one) => t(`sign-up.capacity.${one}`)))}
      rows={questions.map((question) => {
        const shown = figures[question]
        const of = (figure: { answers: number; sum: number } | undefined): string =>
          figure ? inWords(visit, question, figure) : '–'
        return [
          t(`evaluation.question.${question}`),
          of(shown?.all),
          ...shownSectors.map((one) => of(shown?.sectors[one])),
        ]
      })}
    />
  )
}

interface WrittenProps {
  visit: Visit
  word: 'who_missing' | 'better' | 'what'
  texts: readonly string[] | undefined
}

function Written({ visit, word, texts = [] }: WrittenProps) {
  if (texts.length === 0) return null
  return (
    <>
      <h3>{visit.t(`evaluation.written.${word}`)}</h3>
      <ul class="lined-list">
        {texts.map((text) => (
          <li>{text}</li>
        ))}
      </ul>
    </>
  )
}
