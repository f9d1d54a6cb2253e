import { inLanguage } from '#platform/language.ts'
import {
  Checks,
  Choice,
  filledAt,
  Folded,
  Form,
  mistakeAt,
  mistakesInWords,
  Select,
  SubmitButton,
  TextsField,
  textsAt,
} from '#platform/ui/form.tsx'
import { Notice } from '#platform/ui/parts.tsx'
import { appealIn, refusalReasons, refusalToAnswerAppeal } from './moderation.rules.ts'
import type { OfficeIdeaProps } from './office-idea.page.tsx'

/** Let it through, or not; take it down, or let it stay after a report. */
export function ModerateForms(props: OfficeIdeaProps) {
  const { idea, visit } = props
  if (!idea.confirmed_at || idea.state === 'withdrawn')
    return idea.standing === 'shown' ? <Shown {...props} /> : null
  if (idea.standing === 'waiting')
    return (
      <section class="stack">
        <h2>{visit.t('moderation.decide.title')}</h2>
        <Show {...props} />
        <Refuse {...props} what="refuse" />
      </section>
    )
  return idea.standing === 'shown' ? <Shown {...props} /> : null
}

/** Others that say the same, decided about with the same press. */
const Also = ({ visit: { t }, doubles }: OfficeIdeaProps) =>
  doubles.length > 0 && (
    <Checks
      t={t}
      name="also"
      label={t('moderation.decide.also')}
      options={doubles.map(({ number, what }) => ({ value: String(number), label: `${number}. ${what}` }))}
      values={doubles.map(({ number }) => String(number))}
    />
  )

function Show(props: OfficeIdeaProps) {
  const { visit, idea, themes } = props
  const { t, language } = visit
  return (
    <Form>
      <Select
        t={t}
        name="theme"
        label={t('ideas.fact.theme')}
        none={t('moderation.decide.no-theme')}
        options={themes.map(({ id, name }) => ({ value: id, label: inLanguage(name, language) }))}
        value={idea.theme_id}
      />
      {idea.held_for === 'personal-number' && <p>{t('moderation.decide.masked')}</p>}
      <Also {...props} />
      <SubmitButton name="do" value="show">
        {t('moderation.decide.show')}
      </SubmitButton>
    </Form>
  )
}

function Refuse(props: OfficeIdeaProps & { what: 'refuse' | 'take-down' }) {
  const { visit, what, ...answered } = props
  const { t } = visit
  return (
    <Folded summary={t(`moderation.decide.${what}`)} open={filledAt(answered, 'do') === what}>
      <Form>
        <Choice
          t={t}
          name="reason"
          label={t('moderation.decide.reason')}
          options={refusalReasons.map((value) => ({ value, label: t(`moderation.reason.${value}`) }))}
          value={filledAt(answered, 'reason')}
          mistake={mistakeAt(t, answered, 'reason')}
        />
        <TextsField
          t={t}
          name="because"
          rows={3}
          label={t('moderation.decide.words')}
          hint={t('moderation.decide.words-hint')}
          value={textsAt(answered, 'because')}
          mistakes={mistakesInWords(t, answered)}
        />
        {what === 'refuse' && <Also {...props} />}
        <SubmitButton danger name="do" value={what}>
          {t(`moderation.decide.${what}-button`)}
        </SubmitButton>
      </Form>
    </Folded>
  )
}

function Shown(props: OfficeIdeaProps) {
  const { visit, reports } = props
  const { t } = visit
  return (
    <>
      {reports.length > 0 && (
        <section class="stack">
          <h2>{t('moderation.decide.reports')}</h2>
          <ul class="lined-list">
            {reports.map(({ reason, words, confirmed_at }) => (
              <li>
                {t(`moderation.reason.${reason}`)}{' '}
                <span class="quiet">
                  {t(confirmed_at ? 'moderation.decide.confirmed' : 'moderation.decide.unconfirmed')}
                </span>
                {words && <p>{words}</p>}
              </li>
            ))}
          </ul>
          <Form>
            <SubmitButton variant="secondary" name="do" value="keep">
              {t('moderation.decide.keep')}
            </SubmitButton>
          </Form>
        </section>
      )}
      <Refuse {...props} what="take-down" />
    </>
  )
}

/** Somebody asks for another look: the other party answers. */
export function AppealForms({ visit, decisions, ...answered }: OfficeIdeaProps) {
  const { t, member } = visit
  const appeal = appealIn(decisions)
  if (!appeal?.appeal || appeal.answered_at) return null
  const asked = { decidedByParty: appeal.party_id, answered: false }
  const isTheirs = refusalToAnswerAppeal(asked, member?.party?.id ?? '') !== null
  return (
    <section class="stack">
      <h2>{t('moderation.appeal.office')}</h2>
      <blockquote>
        <p>{appeal.appeal}</p>
      </blockquote>
      {isTheirs ? (
        <Notice>{t('moderation.refusal.own-decision')}</Notice>
      ) : (
        <Form>
          <Choice
            t={t}
            name="outcome"
            label={t('moderation.appeal.outcome')}
            options={(['changed', 'stands'] as const).map((value) => ({
              value,
              label: t(`moderation.appeal.outcome-${value}`),
            }))}
            value={filledAt(answered, 'outcome')}
            mistake={mistakeAt(t, answered, 'outcome')}
          />
          <TextsField
            t={t}
            name="looked"
            rows={3}
            label={t('moderation.appeal.answer-words')}
            value={textsAt(answered, 'looked')}
            mistakes={mistakesInWords(t, answered)}
          />
          <SubmitButton name="do" value="answer-appeal">
            {t('moderation.appeal.answer-button')}
          </SubmitButton>
        </Form>
      )}
    </section>
  )
}
