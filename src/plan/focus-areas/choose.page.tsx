import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage } from '#platform/language.ts'
import {
  Checks,
  filledAt,
  Form,
  mistakeAt,
  mistakesInWords,
  Problems,
  problemsOf,
  SubmitButton,
  TextsField,
  textsAt,
  ticked,
} from '#platform/ui/form.tsx'
import { Page } from '#platform/ui/page.tsx'
import { Empty } from '#platform/ui/parts.tsx'
import { areasMax } from './focus.rules.ts'
import type { Proposal } from './focus.sql.ts'
import { officeTrail } from './office.page.tsx'

interface Props extends Answered {
  visit: Visit
  year: number
  proposals: readonly Proposal[]
  earlier: readonly Proposal[]
}

/** Where the year's areas are picked and proposed to the parties. */
export function ChoosePage(props: Props) {
  const { visit, year, proposals, earlier } = props
  const { t, language } = visit
  const problems = problemsOf(t, props)
  const options = [
    ...proposals.map((one) => ({ one, hint: t('focus-areas.supporters', { count: one.supporters }) })),
    ...earlier.map((one) => ({ one, hint: t('focus-areas.choose.carried', { year: one.year }) })),
  ]
  return (
    <Page
      visit={visit}
      title={t('focus-areas.choose.title')}
      lead={t('focus-areas.choose.lead', { year, max: areasMax })}
      trail={officeTrail(visit, year)}
      wrong={problems.length > 0}
    >
      <Problems visit={visit} list={problems} />
      {options.length === 0 ? (
        <Empty>{t('focus-areas.proposals.none')}</Empty>
      ) : (
        <Form>
          <input type="hidden" name="id" value={filledAt(props, 'id')} />
          <Checks
            t={t}
            name="areas"
            label={t('focus-areas.choose.which')}
            options={options.map(({ one, hint }) => ({
              value: one.id,
              label: inLanguage(one.title, language),
              hint,
            }))}
            values={ticked(props, 'areas')}
            mistake={mistakeAt(t, props, 'areas')}
          />
          <TextsField
            t={t}
            name="reason"
            label={t('focus-areas.choose.reason')}
            value={textsAt(props, 'reason')}
            mistakes={mistakesInWords(t, props)}
            rows={4}
          />
          <SubmitButton>{t('focus-areas.choose.button')}</SubmitButton>
        </Form>
      )}
    </Page>
  )
}
