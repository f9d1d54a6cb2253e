import type { Child } from 'hono/jsx'
import { shortDate } from '#platform/dates.ts'
import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage } from '#platform/language.ts'
import {
  Choice,
  filledAt,
  Form,
  LongTextField,
  mistakeAt,
  Problems,
  problemsOf,
  Select,
  SubmitButton,
} from '#platform/ui/form.tsx'
import { Page } from '#platform/ui/page.tsx'
import { LinkButton } from '#platform/ui/parts.tsx'
import type { ProgrammeEvent } from '../events.sql.ts'
import { capacities } from '../sign-up/sign-up.rules.ts'
import { answersUntil, type Scale } from './evaluation.rules.ts'

export interface OfEvent extends Answered {
  visit: Visit
  event: ProgrammeEvent
}

/** The standard form: the same for every event, so that they can be compared, and short enough for the last minute. */
export function EvaluationPage({ visit, event, ...answered }: OfEvent) {
  const { t } = visit
  const problems = problemsOf(t, answered)
  const field = (name: string) => ({
    ...{ t, name, value: filledAt(answered, name), mistake: mistakeAt(t, answered, name) },
  })
  const scale = (name: Scale) => (
    <div class="scale">
      <Choice
        {...field(name)}
        label={t(`evaluation.question.${name}`)}
        hint={t('evaluation.form.scale')}
        options={oneToFive}
      />
    </div>
  )
  return (
    <Asking visit={visit} event={event} wrong={problems.length > 0} lead={t('evaluation.form.lead')}>
      <Problems visit={visit} list={problems} />
      <Form>
        {scale('expectations')}
        {scale('said')}
        {scale('learnt')}
        <div class="scale">
          <Choice
            {...field('contact')}
            label={t('evaluation.question.contact')}
            options={(['yes', 'no'] as const).map((value) => ({
              value,
              label: t(`evaluation.form.${value}`),
            }))}
          />
        </div>
        {scale('next_step')}
        <LongTextField
          {...field('who_missing')}
          label={t('evaluation.question.who_missing')}
          rows={2}
          required={false}
        />
        <LongTextField
          {...field('better')}
          label={t('evaluation.question.better')}
          rows={2}
          required={false}
        />
        <Select
          {...field('capacity')}
          label={t('evaluation.question.capacity')}
          none={t('evaluation.form.no-answer')}
          options={capacities.map((value) => ({ value, label: t(`sign-up.capacity.${value}`) }))}
        />
        <p class="small quiet">{t('evaluation.form.anonymous')}</p>
        <SubmitButton>{t('evaluation.form.send')}</SubmitButton>
      </Form>
    </Asking>
  )
}

const oneToFive = ['1', '2', '3', '4', '5'].map((value) => ({ value, label: value }))

/** The one question, three months later. */
export function FollowUpPage({ visit, event, ...answered }: OfEvent) {
  const { t } = visit
  const problems = problemsOf(t, answered)
  return (
    <Asking visit={visit} event={event} wrong={problems.length > 0} lead={t('evaluation.follow-up.lead')}>
      <Problems visit={visit} list={problems} />
      <Form>
        <Choice
          t={t}
          name="led_to_something"
          label={t('evaluation.follow-up.question')}
          options={(['yes', 'no', 'too-early'] as const).map((value) => ({
            ...{ value, label: t(`evaluation.follow-up.${value}`) },
          }))}
          value={filledAt(answered, 'led_to_something')}
          mistake={mistakeAt(t, answered, 'led_to_something')}
        />
        <LongTextField
          t={t}
          name="what"
          label={t('evaluation.follow-up.what')}
          value={filledAt(answered, 'what')}
          mistake={mistakeAt(t, answered, 'what')}
          rows={3}
          required={false}
        />
        <p class="small quiet">{t('evaluation.form.anonymous')}</p>
        <SubmitButton>{t('evaluation.form.send')}</SubmitButton>
      </Form>
    </Asking>
  )
}

/** Thanks, or why no answer is taken now, and the way to the event. */
export function NoQuestionPage({ visit, event, word }: Pick<OfEvent, 'visit' | 'event'> & { word: string }) {
  const { t, language } = visit
  const until = shortDate(language, answersUntil(event))
  return (
    <Asking visit={visit} event={event} lead={t(`evaluation.no-question.${word}`, { until })}>
      {event.unlisted !== 1 && (
        <LinkButton href={visit.to(`/events/${event.slug}`)}>{t('evaluation.see-event')}</LinkButton>
      )}
    </Asking>
  )
}

interface AskingProps extends Pick<OfEvent, 'visit' | 'event'> {
  lead: string
  wrong?: boolean
  children: Child
}

function Asking({ visit, event, lead, wrong, children }: AskingProps) {
  const title = inLanguage(event.title, visit.language)
  return (
    <Page
      visit={visit}
      title={visit.t('evaluation.title', { title })}
      lead={lead}
      trail={event.unlisted === 1 ? undefined : [{ href: visit.to(`/events/${event.slug}`), label: title }]}
      wrong={wrong}
    >
      {children}
    </Page>
  )
}

export function UnknownLinkPage({ visit }: { visit: Visit }) {
  const { t } = visit
  return (
    <Page visit={visit} title={t('evaluation.unknown.title')} lead={t('evaluation.unknown.lead')}>
      <LinkButton href={visit.to('/calendar')}>{t('sign-up.done.calendar')}</LinkButton>
    </Page>
  )
}
