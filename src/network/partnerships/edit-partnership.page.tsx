import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import { newId } from '#platform/ids.ts'
import { inLanguage, type Texts } from '#platform/language.ts'
import {
  filledAt,
  Form,
  LongTextField,
  mistakeAt,
  Problems,
  problemsOf,
  seenAt,
  SubmitButton,
} from '#platform/ui/form.tsx'
import { Page } from '#platform/ui/page.tsx'
import { Notice } from '#platform/ui/parts.tsx'
import { SomebodyElses } from '../somebody-elses.page.tsx'
import type { PartnershipRow } from '../tables.ts'
import type { Goal, Theme } from './beside.ts'
import { DecisionFields, PeriodFields, TieFields, WordFields } from './partnership-fields.page.tsx'
import type { Ties } from './partnerships.sql.ts'

export interface EditProps extends Answered {
  visit: Visit
  /** Null for a new one. */
  partnership: PartnershipRow | null
  ties: Ties
  /** Those that take part in it. */
  organisations: readonly { name: Texts }[]
  /** What can be chosen among. */
  choices: {
    parties: readonly { id: string; name: Texts }[]
    themes: readonly Theme[]
    goals: readonly Goal[]
  }
  /** The meeting that a new one begins from. */
  event: { id: string; title: Texts } | null
}

export function EditPartnershipPage(props: EditProps) {
  const { visit, partnership, event } = props
  const { t, language } = visit
  const problems = problemsOf(t, props)
  const title = partnership
    ? t('network.edit-title', { name: inLanguage(partnership.name, language) })
    : t('network.new-partnership')
  const href = partnership && visit.to(`/network/${partnership.slug}`)
  return (
    <Page
      visit={visit}
      title={title}
      wrong={problems.length > 0}
      trail={[{ href: visit.to('/office/network'), label: t('network.office') }]}
    >
      <Problems visit={visit} list={problems} />
      {href && <SomebodyElses t={t} refusal={props.refusal} href={href} />}
      {event && (
        <Notice>{t('partnerships.form.begins-from', { event: inLanguage(event.title, language) })}</Notice>
      )}
      <Form>
        <WordFields {...props} />
        <PeriodFields {...props} />
        <Members {...props} />
        <TieFields {...props} />
        <DecisionFields {...props} />
        {partnership === null && <input type="hidden" name="id" value={filledAt(props, 'id') ?? newId()} />}
        {event && <input type="hidden" name="from_event_id" value={event.id} />}
        <input type="hidden" name="seen" value={seenAt(props, partnership?.changed_at ?? '')} />
        <SubmitButton>{t('network.form.save')}</SubmitButton>
      </Form>
    </Page>
  )
}

function Members(props: EditProps) {
  const { visit, organisations } = props
  const { t, language } = visit
  const stored = organisations.map(({ name }) => inLanguage(name, language)).join('\n')
  return (
    <LongTextField
      t={t}
      name="organisations"
      label={t('network.fact.organisations')}
      hint={t('network.form.organisations-hint')}
      rows={4}
      value={props.filled ? filledAt(props, 'organisations') : stored}
      mistake={mistakeAt(t, props, 'organisations')}
      required={false}
    />
  )
}
