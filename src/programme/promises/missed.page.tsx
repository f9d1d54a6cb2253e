import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage } from '#platform/language.ts'
import {
  Form,
  mistakesInWords,
  Problems,
  problemsOf,
  SubmitButton,
  TextsField,
  textsAt,
} from '#platform/ui/form.tsx'
import { Page } from '#platform/ui/page.tsx'
import type { SeriesYear } from './load-year.ts'
import { PromiseText } from './promise-line.page.tsx'

interface Props extends Answered {
  visit: Visit
  line: SeriesYear
}

/** Where coordinators say why a promise was not kept. */
export function MissedPage(props: Props) {
  const { visit, line } = props
  const { t, to } = visit
  const { series, year } = line
  const name = inLanguage(series.name, visit.language)
  const problems = problemsOf(t, props)
  return (
    <Page
      visit={visit}
      title={t('promises.missed.title', { name, year })}
      wrong={problems.length > 0}
      trail={[
        { href: to('/office'), label: t('programme.edit.office') },
        { href: to(`/office/series/${series.key}/promise`), label: name },
      ]}
    >
      <Problems visit={visit} list={problems} />
      <PromiseText visit={visit} line={line} withTag />
      {line.state === 'missed' && (
        <Form>
          <TextsField
            t={t}
            name="reason"
            label={t('promises.missed.reason')}
            hint={t('promises.missed.hint')}
            rows={3}
            value={textsAt(props, 'reason', line.reason ?? {})}
            mistakes={mistakesInWords(t, props)}
          />
          <SubmitButton>{t('promises.missed.button')}</SubmitButton>
        </Form>
      )}
    </Page>
  )
}
