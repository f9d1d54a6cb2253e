import { receiverOf, standingInWords } from '#forum/index.ts'
import { type Commitment, type Goal, sdgLine, StandingTag, standingToday } from '#plan/index.ts'
import { dateAndTime, dateInWords, shortDate } from '#platform/dates.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage, type Texts } from '#platform/language.ts'
import { Link, type ThreadStep } from '#platform/ui/parts.tsx'
import { Text } from '#platform/ui/text.tsx'
import type {
  EventFacts,
  FocusAreaFacts,
  IdeaFacts,
  NeedFacts,
  RecommendationFacts,
  SurveyFacts,
  ThemeFacts,
} from './facts.sql.ts'
import { excerpt, firstWords } from './excerpt.ts'
import { introductionStep, networkNeedStep, partnershipStep } from './network-bead.page.tsx'
import type { Bead, BeadKind, Placed } from './thread.rules.ts'

/** What a bead is called where there is room for its name alone: in a title, in a mail. */
export function nameOf(visit: Pick<Visit, 't' | 'language'>, bead: Bead): string {
  const { t, language } = visit
  if (bead.kind === 'recommendation' || bead.kind === 'answer') {
    const { number, text } = bead.recommendation
    return t('thread.recommendation', { number, text: excerpt(inLanguage(text, language)) })
  }
  if (bead.kind === 'theme') {
    const series = inLanguage(bead.theme.series_name, language)
    return bead.theme.theme ? inLanguage(bead.theme.theme, language) : t('thread.theme-open', { series })
  }
  if (bead.kind === 'introduction') return t('thread.introduced')
  if (bead.kind === 'sdg') return sdgLine(visit, [bead.sdg])
  return inLanguage(titleOf(bead), language)
}

function titleOf(bead: Bead): Texts {
  if ('idea' in bead) return inOwnLanguage(bead.idea)
  if ('event' in bead) return bead.event.title
  if ('need' in bead) return bead.need.words
  if ('needed' in bead) return bead.needed.words
  if ('partnership' in bead) return bead.partnership.name
  if ('area' in bead) return bead.area.title
  if ('commitment' in bead) return bead.commitment.title
  return 'goal' in bead ? bead.goal.title : {}
}

/** A bead as the list wants it: what, when, and the way there. */
export function stepOf(visit: Visit, bead: Placed): ThreadStep {
  const kind = visit.t(`thread.bead.${bead.kind}`)
  return { kind, here: bead.here, ...whatAndWhen(visit, bead) }
}

type Told = Omit<ThreadStep, 'kind' | 'here'>

type Teller<K extends BeadKind> = (visit: Visit, bead: Extract<Bead, { kind: K }>) => Told

/** What each kind of bead says of itself. */
const tellers: { [K in BeadKind]: Teller<K> } = {
  idea: (visit, { idea }) => ideaStep(visit, idea),
  need: (visit, { need }) => needStep(visit, need),
  'network-need': (visit, { needed }) => networkNeedStep(visit, needed),
  introduction: (visit, { introduction }) => introductionStep(visit, introduction),
  partnership: (visit, { partnership }) => partnershipStep(visit, partnership),
  theme: (visit, { theme }) => themeStep(visit, theme),
  survey: (visit, { survey }) => surveyStep(visit, survey),
  event: (visit, { event }) => eventStep(visit, event),
  note: (visit, { event }) => noteStep(visit, event),
  report: (visit, { event }) => reportStep(visit, event),
  recommendation: (visit, { recommendation }) => recommendationStep(visit, recommendation),
  answer: (visit, { recommendation }) => answerStep(visit, recommendation),
  'focus-area': (visit, { area }) => focusAreaStep(visit, area),
  commitment: (visit, { commitment }) => commitmentStep(visit, commitment),
  goal: (visit, { goal }) => goalStep(visit, goal),
  sdgs: (visit, { goal }) => ({ title: visit.t('thread.sdgs'), text: sdgLine(visit, goal.sdgs) }),
  sdg: (visit, { sdg }) => ({ title: sdgLine(visit, [sdg]) }),
  'event-to-come': toCome,
  'recommendation-to-come': toCome,
  'commitment-to-come': toCome,
}

function toCome({ t }: Visit, { kind }: Extract<Bead, { kind: `${string}-to-come` }>): Told {
  return { title: t(`thread.none.${kind}`), waiting: true }
}

const whatAndWhen = (visit: Visit, bead: Bead): Told =>
  (tellers[bead.kind] as (visit: Visit, bead: Bead) => Told)(visit, bead)

const answerStep = (visit: Visit, of: RecommendationFacts): Told => ({
  title: standingInWords({ visit, of }),
  waiting: of.answer_kind === null,
})

function themeStep({ t, to, language }: Visit, theme: ThemeFacts): Told {
  const { id, decided_at, people, series_name } = theme
  const href = to(`/themes/${id}`)
  if (!decided_at) {
    const series = inLanguage(series_name, language)
    return { title: t('thread.theme-open', { series }), href, waiting: true }
  }
  const date = shortDate(language, decided_at)
  const text = t('thread.theme-set', { date, people: people ?? 0 })
  return { title: <Text of={theme.theme ?? {}} t={t} />, href, text }
}

const focusAreaStep = ({ t, to }: Visit, { year, title }: FocusAreaFacts): Told => ({
  title: <Text of={title} t={t} />,
  href: to(`/focus-areas#year-${year}`),
  text: t('thread.focus-area-of', { year }),
})

function eventStep({ t, to, now, language }: Visit, event: EventFacts): Told {
  const when = dateAndTime(language, event.starts_at, event.ends_at)
  return {
    title: <Text of={event.title} t={t} />,
    href: to(`/events/${event.slug}`),
    text: event.cancelled_at ? t('thread.cancelled', { when }) : when,
    waiting: event.starts_at > now,
  }
}

const inOwnLanguage = ({ language, what }: IdeaFacts): Texts => ({ [language]: what })

const ideaStep = ({ t, to, language }: Visit, idea: IdeaFacts): Told => ({
  title: <Text of={inOwnLanguage(idea)} t={t} />,
  href: to(`/ideas/${idea.number}`),
  text: t('thread.handed-in', { date: shortDate(language, idea.handed_in_at) }),
})

const needStep = ({ t, to, language }: Visit, { number, words, handed_in_at }: NeedFacts): Told => ({
  title: <Text of={words} t={t} />,
  href: to(`/needs/${number}`),
  text: t('thread.handed-in', { date: shortDate(language, handed_in_at) }),
})

function surveyStep({ t, language }: Visit, { title, url, on_date }: SurveyFacts): Told {
  const name = <Text of={title} t={t} />
  return {
    title: url ? <Link href={url}>{name}</Link> : name,
    text: on_date && dateInWords(language, on_date),
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
    title: (
      <>
        {number}. <Text of={firstWords(text)} t={t} />
      </>
    ),
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
