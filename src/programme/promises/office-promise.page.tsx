import { inLanguage } from '#platform/language.ts'
import { localDate } from '#platform/time.ts'
import {
  Choice,
  filledAt,
  Folded,
  Form,
  mistakeAt,
  mistakesInWords,
  Problems,
  problemsOf,
  Select,
  SubmitButton,
  TextField,
  TextsField,
  textsAt,
} from '#platform/ui/form.tsx'
import { Page } from '#platform/ui/page.tsx'
import { Notice } from '#platform/ui/parts.tsx'
import { EndPromise } from './end-promise.page.tsx'
import { inForce } from './promise.rules.ts'
import { type OfficePromiseProps, ReasonField, Seen } from './promise-fields.page.tsx'
import { PromiseHistory } from './series-promise.page.tsx'
import { yearlyMost } from './yearly.rules.ts'

/** Where coordinators make a promise, change it or end it, with the reason that everybody can read. */
export function OfficePromisePage(props: OfficePromiseProps) {
  const { visit, series, promises, history, plans, saved } = props
  const { t, to } = visit
  const problems = problemsOf(t, props)
  const name = inLanguage(series.name, visit.language)
  return (
    <Page
      visit={visit}
      title={t('promises.office.title', { name })}
      lead={t('promises.office.lead')}
      wrong={problems.length > 0}
      trail={[
        { href: to('/office/series'), label: t('programme.series-edit.title') },
        { href: to(`/office/series/${series.key}`), label: name },
      ]}
    >
      <Problems visit={visit} list={problems} />
      {saved && (
        <Notice kind="good" live>
          <p>
            {t('promises.office.saved')}{' '}
            <a href={to(`/series/${series.key}`)}>{t('programme.series-edit.see')}</a>
          </p>
        </Notice>
      )}
      <div class="stack">
        <h2>{t('promises.history.title')}</h2>
        <PromiseHistory visit={visit} promises={history} plans={plans} />
      </div>
      <section class="stack" aria-labelledby="set">
        <h2 id="set">{t('promises.office.set')}</h2>
        <Form>
          <SetFields {...props} />
          <SubmitButton name="do" value="set">
            {t('promises.office.save')}
          </SubmitButton>
        </Form>
      </section>
      {inForce(promises, localDate(visit.now)) && <EndPromise {...props} />}
    </Page>
  )
}

function SetFields(props: OfficePromiseProps) {
  const { visit, plans, promises } = props
  const { t } = visit
  const now = inForce(promises, localDate(visit.now)) ?? promises.at(-1)
  const field = (name: string, standing?: string | number | null) => ({
    t,
    name,
    label: t(`promises.field.${name}`),
    value: props.filled ? filledAt(props, name) : standing,
    mistake: mistakeAt(t, props, name),
  })
  const number = { type: 'number', inputmode: 'numeric', min: 0, max: yearlyMost, size: 4 } as const
  return (
    <>
      <Seen {...props} />
      <TextField {...field('from_on')} type="date" hint={t('promises.hint.from_on')} />
      <TextField {...field('yearly_min', now?.yearly_min)} {...number} hint={t('promises.hint.yearly_min')} />
      <TextField
        {...field('yearly_max', now?.yearly_max)}
        {...number}
        hint={t('promises.hint.yearly_max')}
        required={false}
      />
      <Choice
        t={t}
        name="counts"
        label={t('promises.field.counts')}
        options={(['events', 'courses'] as const).map((value) => ({
          value,
          label: t(`promises.counts.${value}`),
        }))}
        value={filledAt(props, 'counts') ?? now?.counts ?? 'events'}
        mistake={mistakeAt(t, props, 'counts')}
      />
      <Select
        {...field('plan_id', now?.plan_id)}
        value={(filledAt(props, 'plan_id') ?? now?.plan_id) || null}
        hint={t('promises.hint.plan_id')}
        none={t('promises.office.no-plan')}
        options={plans.map(({ id, title }) => ({ value: id, label: inLanguage(title, t.language) }))}
        required={false}
      />
      <TextField {...field('until_on')} type="date" hint={t('promises.hint.until_on')} required={false} />
      <ReasonField {...props} name="reason" />
      <Folded summary={t('promises.field.words')} open={Boolean(mistakeAt(t, props, 'words.sv'))}>
        <TextsField
          t={t}
          name="words"
          label={t('promises.field.words')}
          hint={t('promises.hint.words')}
          value={textsAt(props, 'words', {})}
          mistakes={mistakesInWords(t, props)}
          required={false}
        />
      </Folded>
    </>
  )
}
