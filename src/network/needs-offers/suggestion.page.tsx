import { dateInWords } from '#platform/dates.ts'
import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage, type Texts } from '#platform/language.ts'
import { localDate } from '#platform/time.ts'
import { Form, Problems, problemsOf, SubmitButton } from '#platform/ui/form.tsx'
import { Page } from '#platform/ui/page.tsx'
import { Actions, Facts, Notice } from '#platform/ui/parts.tsx'
import { Text } from '#platform/ui/text.tsx'
import type { Acting } from './acting.ts'
import { standingFor } from './answer.rules.ts'
import { ownTrail } from './entry-form.page.tsx'
import type { Step } from './matches.sql.ts'
import type { Reason } from './meet.rules.ts'
import { type OwnMatch, StandingTag } from './own.page.tsx'
import { EntryFacts, Reasons, type Theme } from './shown.page.tsx'
import { type Choices, TellForm } from './tell-form.page.tsx'

export interface SuggestionProps extends Answered {
  visit: Visit
  acting: Acting
  own: OwnMatch
  /** Empty where the rule no longer finds that they fit. */
  reasons: readonly Reason[]
  isOpen: boolean
  steps: readonly Step[]
  themes: readonly Theme[]
  /** What it can have led to. */
  choices: Choices
  /** The meetings that it has led to. */
  held: ReadonlyMap<string, { title: Texts; slug: string }>
}

/** A suggestion as one side sees it; once both said yes, the other's contacts and what comes of it. */
export function SuggestionPage(props: SuggestionProps) {
  const { visit, acting, own, reasons, themes, isOpen, ...answered } = props
  const { t, language } = visit
  const { match, side, mine, theirs } = own
  const standing = standingFor(match, side)
  const problems = problemsOf(t, answered)
  return (
    <Page
      visit={visit}
      title={inLanguage(theirs.words, language)}
      heading={<Text of={theirs.words} t={t} />}
      trail={ownTrail(visit, acting)}
      wrong={problems.length > 0}
    >
      <Problems visit={visit} list={problems} />
      <p>
        {t(`needs-offers.suggestion.meets-${mine.side}`)} <Text of={mine.words} t={t} />{' '}
        <StandingTag t={t} standing={standing} />
      </p>
      <EntryFacts visit={visit} entry={theirs} themes={themes} />
      {reasons.length > 0 && (
        <section class="stack-tight" aria-labelledby="why">
          <h2 id="why">{t('needs-offers.suggestion.why')}</h2>
          <Reasons visit={visit} reasons={reasons} themes={themes} />
        </section>
      )}
      {standing === 'introduced' ? <Introduced {...props} /> : <YesOrNo {...props} isOpen={isOpen} />}
    </Page>
  )
}

function YesOrNo({ visit, own, isOpen }: SuggestionProps) {
  const { t } = visit
  const { match, side, theirs } = own
  if (!isOpen) return <Notice kind="stopped">{t('needs-offers.suggestion.over')}</Notice>
  const standing = standingFor(match, side)
  return (
    <section class="stack" aria-labelledby="answer">
      <h2 id="answer">{t('needs-offers.suggestion.ask')}</h2>
      {standing !== 'asked' && standing !== 'introduced' && (
        <Notice kind="waiting">{t(`needs-offers.suggestion.you-${standing}`)}</Notice>
      )}
      <p>{t('needs-offers.suggestion.ask-says')}</p>
      <Form>
        <input type="hidden" name="seen" value={theirs.changed_at} />
        <Actions>
          {standing !== 'waits' && (
            <SubmitButton name="do" value="yes">
              {t('needs-offers.suggestion.yes')}
            </SubmitButton>
          )}
          {standing !== 'declined' && (
            <SubmitButton name="do" value="no" variant="secondary">
              {t('needs-offers.suggestion.no')}
            </SubmitButton>
          )}
        </Actions>
      </Form>
    </section>
  )
}

function Introduced(props: SuggestionProps) {
  const { visit, own, steps, held } = props
  const { t, language } = visit
  const { match, theirs } = own
  const introduced = match.introduced_at ? dateInWords(language, localDate(match.introduced_at)) : ''
  return (
    <>
      <section class="stack" aria-labelledby="reach">
        <h2 id="reach">{t('needs-offers.suggestion.reach')}</h2>
        <Facts
          rows={[
            [
              t('needs-offers.mail.address'),
              theirs.contact_email && <a href={`mailto:${theirs.contact_email}`}>{theirs.contact_email}</a>,
            ],
            [t('needs-offers.mail.ask-for'), theirs.ask_for],
          ]}
        />
      </section>
      <section class="stack" aria-labelledby="came">
        <h2 id="came">{t('needs-offers.suggestion.came')}</h2>
        <ol class="lined-list">
          <li>{t('needs-offers.suggestion.introduced-on', { day: introduced })}</li>
          {steps.map((step) => (
            <StepLine visit={visit} step={step} own={own} held={held} />
          ))}
        </ol>
        <TellForm {...props} />
      </section>
    </>
  )
}

function StepLine({
  visit,
  step,
  own,
  held,
}: Pick<SuggestionProps, 'visit' | 'own' | 'held'> & { step: Step }) {
  const { t, to, language } = visit
  const event = held.get(step.event_id ?? '')
  const who = step.side === own.side ? own.mine : own.theirs
  return (
    <li class="stack-tight">
      <p>
        {t(`needs-offers.step.${step.kind}`)}{' '}
        {step.partnership_slug && step.partnership_name && (
          <a href={to(`/network/${step.partnership_slug}`)}>
            <Text of={step.partnership_name} t={t} />
          </a>
        )}{' '}
        {event && (
          <a href={to(`/events/${event.slug}`)}>
            <Text of={event.title} t={t} />
          </a>
        )}
      </p>
      {step.words && <p>{step.words}</p>}
      <p class="small quiet">
        <Text of={who.organisation} t={t} />, {dateInWords(language, localDate(step.at))}
      </p>
    </li>
  )
}
