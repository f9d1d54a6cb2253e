import { dateInWords } from '#platform/dates.ts'
import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage, type Texts } from '#platform/language.ts'
import { localDate } from '#platform/time.ts'
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
import { Actions, Facts, Notice } from '#platform/ui/parts.tsx'
import { Text } from '#platform/ui/text.tsx'
import type { Acting } from './acting.ts'
import { standingFor, stepKinds } from './answer.rules.ts'
import { ownTrail } from './entry-form.page.tsx'
import type { Step } from './matches.sql.ts'
import type { Reason } from './meet.rules.ts'
import { type OwnMatch, StandingTag } from './own.page.tsx'
import { EntryFacts, Reasons, type Theme } from './shown.page.tsx'

export interface SuggestionProps extends Answered {
  visit: Visit
  acting: Acting
  own: OwnMatch
  /** Empty where the rule no longer finds that they fit. */
  reasons: readonly Reason[]
  isOpen: boolean
  steps: readonly Step[]
  themes: readonly Theme[]
  partnerships: readonly { id: string; name: Texts }[]
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
  const { visit, own, steps } = props
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
            <StepLine visit={visit} step={step} own={own} />
          ))}
        </ol>
        <TellForm {...props} />
      </section>
    </>
  )
}

function StepLine({ visit, step, own }: { visit: Visit; step: Step; own: OwnMatch }) {
  const { t, to, language } = visit
  const who = step.side === own.side ? own.mine : own.theirs
  return (
    <li class="stack-tight">
      <p>
        {t(`needs-offers.step.${step.kind}`)}{' '}
        {step.partnership_slug && step.partnership_name && (
          <a href={to(`/network/${step.partnership_slug}`)}>
            <Text of={step.partnership_name} t={t} />
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

function TellForm(props: SuggestionProps) {
  const { visit, partnerships, ...answered } = props
  const { t, language } = visit
  return (
    <Form>
      <input type="hidden" name="do" value="tell" />
      <Choice
        {...{ t, name: 'kind', required: true, label: t('needs-offers.suggestion.tell') }}
        value={filledAt(answered, 'kind')}
        mistake={mistakeAt(t, answered, 'kind')}
        options={stepKinds.map((value) => ({ value, label: t(`needs-offers.step.${value}`) }))}
      />
      <LongTextField
        {...{ t, name: 'words', required: false, rows: 3, label: t('needs-offers.suggestion.words') }}
        hint={t('needs-offers.suggestion.words-hint')}
        value={filledAt(answered, 'words')}
        mistake={mistakeAt(t, answered, 'words')}
      />
      <Select
        {...{ t, name: 'partnership', required: false, label: t('needs-offers.suggestion.partnership') }}
        none={t('needs-offers.suggestion.no-partnership')}
        options={partnerships.map(({ id, name }) => ({ value: id, label: inLanguage(name, language) }))}
        value={filledAt(answered, 'partnership')}
      />
      <SubmitButton>{t('needs-offers.suggestion.tell-button')}</SubmitButton>
    </Form>
  )
}
