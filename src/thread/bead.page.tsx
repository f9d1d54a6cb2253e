import { receiverOf, standingInWords } from '#forum/index.ts'
import { type Commitment, type Goal, sdgLine, StandingTag, standingToday } from '#plan/index.ts'
import { dateAndTime, dateInWords, shortDate } from '#platform/dates.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage } from '#platform/language.ts'
import { Link, type ThreadStep } from '#platform/ui/parts.tsx'
import { Text } from '#platform/ui/text.tsx'
import type { ChainStep, LunchNeed } from '#programme/index.ts'
import type { Bead, ThreadKind } from './thread.rules.ts'
import type { EventFacts, RecommendationFacts } from './threads.sql.ts'

const excerptMax = 110

/** The first words of a longer text, up to the end of a word. */
export function excerpt(text: string): string {
  const flat = text.replaceAll(/\s+/g, ' ').trim()
  if (flat.length <= excerptMax) return flat
  return `${flat.slice(0, excerptMax).replace(/\s\S*$/, '')} …`
}

/** A bead as the picture of the thread wants it: what, when, and the way there. */
export function stepOf(visit: Visit, bead: Bead, here: ThreadKind): ThreadStep {
  const { t } = visit
  const kind = t(`thread.bead.${bead.kind}`)
  const step = { kind, here: bead.kind === here }
  switch (bead.kind) {
    case 'need':
      return { ...step, ...needStep(visit, bead.need) }
    case 'led-to-it':
      return { ...step, ...stepBefore(visit, bead.step) }
    case 'event':
      return { ...step, ...eventStep(visit, bead.event) }
    case 'note':
      return { ...step, ...noteStep(visit, bead.event) }
    case 'report':
      return { ...step, ...reportStep(visit, bead.event) }
    case 'recommendation':
      return { ...step, ...recommendationStep(visit, bead.recommendation) }
    case 'answer':
      return {
        ...step,
        title: standingInWords({ visit, of: bead.recommendation }),
        waiting: bead.recommendation.answer_kind === null,
      }
    case 'commitment':
      return { ...step, ...commitmentStep(visit, bead.commitment) }
    case 'goal':
      return { ...step, ...goalStep(visit, bead.goal) }
    case 'sdgs':
      return { ...step, title: t('thread.sdgs'), text: sdgLine(visit, bead.goal.sdgs) }
    case 'recommendation-to-come':
    case 'commitment-to-come':
      return { ...step, title: t(`thread.none.${bead.kind}`), waiting: true }
  }
}

function eventStep(
  { t, to, now, language }: Visit,
  event: Omit<EventFacts, 'note_published_at' | 'said_at_tables'>,
) {
  const when = dateAndTime(language, event.starts_at, event.ends_at)
  return {
    title: <Text of={event.title} t={t} />,
    href: to(`/events/${event.slug}`),
    text: event.cancelled_at ? t('thread.cancelled', { when }) : when,
    waiting: event.starts_at > now,
  }
}

/** An event or a survey that the event follows from. */
const needStep = ({ t, to, language }: Visit, { number, words, handed_in_at }: LunchNeed) => ({
  title: <Text of={words} t={t} />,
  href: to(`/needs/${number}`),
  text: t('thread.handed-in', { date: shortDate(language, handed_in_at) }),
})

function stepBefore(visit: Visit, { event, survey }: ChainStep) {
  if (event) return eventStep(visit, event)
  const name = <Text of={survey.title} t={visit.t} />
  return {
    title: survey.url ? <Link href={survey.url}>{name}</Link> : name,
    text: dateInWords(visit.language, survey.on_date),
  }
}

function noteStep({ t, to, language }: Visit, { slug, note_published_at }: EventFacts) {
  if (!note_published_at) return { title: t('thread.none.note'), waiting: true }
  return {
    title: t('thread.note'),
    href: to(`/events/${slug}#said`),
    text: t('thread.published', { date: shortDate(language, note_published_at) }),
  }
}

const reportStep = ({ t, to }: Visit, { slug, said_at_tables }: EventFacts) => ({
  title: t('thread.report'),
  href: to(`/reports/${slug}`),
  text: t('thread.said-at-tables', { count: said_at_tables }),
})

function recommendationStep({ t, to, language }: Visit, recommendation: RecommendationFacts) {
  const { number, text, handed_over_on } = recommendation
  const receiver = receiverOf(recommendation, language)
  return {
    title: t('thread.recommendation', { number, text: excerpt(inLanguage(text, language)) }),
    href: to(`/recommendations/${number}`),
    text: handed_over_on
      ? t('thread.handed-over', { receiver, date: dateInWords(language, handed_over_on) })
      : t('thread.to', { receiver }),
  }
}

function commitmentStep(visit: Visit, commitment: Commitment) {
  const { t, to, language } = visit
  return {
    title: <Text of={commitment.title} t={t} />,
    href: to(`/plan/commitments/${commitment.number}`),
    text: (
      <>
        <StandingTag visit={visit} standing={standingToday(visit, commitment)} />{' '}
        {t('thread.due', { date: dateInWords(language, commitment.due_on) })}
      </>
    ),
  }
}

const goalStep = ({ t, to, language }: Visit, { number, title, adopted_at }: Goal) => ({
  title: <Text of={title} t={t} />,
  href: to(`/plan/goals/${number}`),
  text: adopted_at && t('thread.adopted', { date: shortDate(language, adopted_at) }),
})
