import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import { languageNames } from '#platform/language.ts'
import type { PreparedChoice } from '#platform/prepared-texts.ts'
import { fileEndings } from '#platform/files.ts'
import { Form, mistakeAt, Problems, problemsOf, SubmitButton } from '#platform/ui/form.tsx'
import { Page } from '#platform/ui/page.tsx'
import { Facts } from '#platform/ui/parts.tsx'
import { Text } from '#platform/ui/text.tsx'
import type { Correction, Gift } from './gifts.sql.ts'
import { PledgeFacts } from './mine.page.tsx'
import { GiftPart } from './office-gift.page.tsx'
import { StepForms } from './office-steps.page.tsx'
import { Due } from './office-pledges.page.tsx'
import { mayAttach } from './pledge.rules.ts'
import type { Pledge, Step } from './pledges.sql.ts'
import { PledgeSteps, PledgeTag } from './state.page.tsx'
import { officeTrail } from './trails.ts'

export interface OfficePledgeProps extends Answered {
  visit: Visit
  pledge: Pledge
  steps: readonly Step[]
  gift: Gift | undefined
  corrections: readonly Correction[]
  /** Names of organisations, as suggestions. */
  names: readonly { id: string; name: string }[]
  /** Answers to begin from, and the one that was chosen. */
  prepared: PreparedChoice
}

/** One pledge: what was said, how far it has come, and the next step. */
export function OfficePledgePage(props: OfficePledgeProps) {
  const { visit, pledge, steps, gift, ...answered } = props
  const { t } = visit
  const problems = problemsOf(t, answered)
  return (
    <Page
      visit={visit}
      title={t('partners.office.pledge', { number: pledge.number })}
      lead={<span lang={pledge.language}>{pledge.what || t('partners.wiped')}</span>}
      trail={officeTrail(visit)}
      wrong={problems.length > 0}
    >
      <Problems visit={visit} list={problems} />
      <p>
        <PledgeTag visit={visit} state={pledge.state} /> <Due visit={visit} pledge={pledge} />
      </p>
      <PledgeFacts visit={visit} pledge={pledge} />
      <Facts
        rows={[
          [t('partners.office.need'), pledge.need_title && <Text of={pledge.need_title} t={t} />],
          [t('partners.office.contact'), pledge.contact_name],
          [t('partners.office.email'), pledge.email],
          [t('partners.office.language'), languageNames[pledge.language]],
        ]}
      />
      {gift && <GiftPart {...props} gift={gift} />}
      <section class="stack" aria-labelledby="so-far">
        <h2 id="so-far">{t('partners.steps.title')}</h2>
        <PledgeSteps {...{ visit, steps, language: pledge.language, confirmedAt: pledge.confirmed_at }} />
      </section>
      <Agreement {...props} />
      <StepForms {...props} />
    </Page>
  )
}

/** What was signed, as a file: nothing that runs. */
function Agreement({ visit, pledge, ...answered }: OfficePledgeProps) {
  const { t, to } = visit
  const { number, file_name } = pledge
  if (!mayAttach(pledge.state)) return null
  const mistake = mistakeAt(t, answered, 'file')
  return (
    <section class="stack" aria-labelledby="agreement">
      <h2 id="agreement">{t('partners.office.agreement')}</h2>
      {file_name && (
        <p>
          <a href={to(`/office/pledges/${number}/agreement`)}>{file_name}</a>
        </p>
      )}
      <Form files action={to(`/office/pledges/${number}/agreement`)}>
        <div class="ds-field">
          <label class="ds-label" for="field-file">
            {t(file_name ? 'partners.office.replace-file' : 'partners.office.attach-file')}
          </label>
          <p data-field="description" id="field-file-hint">
            {t('partners.office.file-hint')}
          </p>
          {mistake && (
            <p class="ds-validation-message" id="field-file-mistake">
              <span class="unseen">{t('platform.ui.wrong')} </span>
              {mistake}
            </p>
          )}
          <input
            class="ds-input"
            id="field-file"
            name="file"
            type="file"
            accept={fileEndings}
            aria-describedby={mistake ? 'field-file-hint field-file-mistake' : 'field-file-hint'}
            aria-invalid={mistake ? 'true' : undefined}
          />
        </div>
        <SubmitButton variant="secondary">{t('partners.office.attach')}</SubmitButton>
      </Form>
    </section>
  )
}
