import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage } from '#platform/language.ts'
import {
  filledAt,
  Form,
  mistakeAt,
  Problems,
  problemsOf,
  SubmitButton,
  TextField,
} from '#platform/ui/form.tsx'
import { Page } from '#platform/ui/page.tsx'
import { Facts, Notice } from '#platform/ui/parts.tsx'
import type { Words } from '#platform/words.ts'
import type { ProgrammeEvent } from '../events.sql.ts'
import { eventTrail } from '../office-event.page.tsx'
import { capacities } from '../sign-up/sign-up.rules.ts'
import type { Expectation } from './expectation.ts'

interface Props extends Answered {
  visit: Visit
  event: ProgrammeEvent
  expectation: Expectation | null
  isSaved: boolean
}

/** How the seats of an event are shared out: kept for sectors, shared among organisations, a few more than there are. */
export function SetSeatsPage({ visit, event, expectation, isSaved, ...answered }: Props) {
  const { t, language } = visit
  const problems = problemsOf(t, answered)
  const number = (name: string) => ({
    ...({ t, name, type: 'number', inputmode: 'numeric', min: 0, size: 6 } as const),
    ...{ value: filledAt(answered, name), mistake: mistakeAt(t, answered, name) },
  })
  return (
    <Page
      visit={visit}
      title={t('seats.form.title', { title: inLanguage(event.title, language) })}
      lead={t('seats.form.lead')}
      trail={eventTrail(visit, event)}
      wrong={problems.length > 0}
    >
      <Problems visit={visit} list={problems} />
      {isSaved && problems.length === 0 && (
        <Notice kind="good" live>
          {t('seats.form.saved')}
        </Notice>
      )}
      <Facts
        rows={[
          [t('seats.form.room'), String(event.capacity - event.over_invited)],
          [t('seats.form.taken'), String(event.seats_taken)],
        ]}
      />
      <Form>
        <section class="form">
          <h2>{t('seats.form.kept')}</h2>
          <p>{t('seats.form.kept-hint')}</p>
          {capacities.map((one) => (
            <TextField {...number(`kept.${one}`)} label={t(`sign-up.capacity.${one}`)} />
          ))}
          <TextField
            t={t}
            name="until"
            type="date"
            label={t('seats.form.until')}
            hint={t('seats.form.until-hint')}
            value={filledAt(answered, 'until')}
            mistake={mistakeAt(t, answered, 'until')}
          />
          <TextField
            {...number('organisation_max')}
            label={t('seats.form.organisation-max')}
            hint={t('seats.form.organisation-max-hint')}
          />
        </section>
        <OverInvitation t={t} field={number('over_invited')} expectation={expectation} />
        <SubmitButton>{t('seats.form.save')}</SubmitButton>
      </Form>
    </Page>
  )
}

interface OverProps {
  t: Words
  field: Omit<Parameters<typeof TextField>[0], 'label'>
  expectation: Expectation | null
}

const OverInvitation = ({ t, field, expectation }: OverProps) => (
  <section class="form">
    <h2>{t('seats.form.over')}</h2>
    <p>{t('seats.form.over-lead')}</p>
    <p>{expectation ? t('seats.form.expectation', inPercent(expectation)) : t('seats.form.no-history')}</p>
    <TextField {...field} label={t('seats.form.over-invited')} />
  </section>
)

const inPercent = ({ share, expected, over }: Expectation) => ({
  percent: Math.round(share * 100),
  expected,
  over,
})
