import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import { Form, LongTextField, Problems, problemsOf, SubmitButton } from '#platform/ui/form.tsx'
import { Page } from '#platform/ui/page.tsx'
import { Empty, Tag } from '#platform/ui/parts.tsx'
import type { Written } from './answers.sql.ts'

interface Props extends Answered {
  visit: Visit
  year: number
  written: readonly Written[]
}

/** What was written in free words: read here before anything of it is quoted. */
export function WordsPage({ visit, year, written, ...answered }: Props) {
  const { t, to } = visit
  const problems = problemsOf(t, answered)
  return (
    <Page
      visit={visit}
      title={t('survey.read.title', { year: String(year) })}
      lead={t('survey.read.lead')}
      trail={[
        { href: to(`/office/years/${year}`), label: t('year-report.title', { year: String(year) }) },
        { href: to(`/office/years/${year}/survey`), label: t('survey.office.title', { year: String(year) }) },
      ]}
      wrong={problems.length > 0}
    >
      <Problems visit={visit} list={problems} />
      {written.length === 0 && <Empty>{t('survey.read.none')}</Empty>}
      {written.map((one, index) => (
        <Read visit={visit} one={one} number={index + 1} />
      ))}
    </Page>
  )
}

function Read({ visit, one, number }: { visit: Visit; one: Written; number: number }) {
  const { t } = visit
  const state = one.quoted !== null ? 'quoted' : one.read_at !== null ? 'read' : 'unread'
  return (
    <section class="card stack" aria-labelledby={`words-${number}`}>
      <h2 id={`words-${number}`} class="row">
        {t('survey.read.one', { number })}
        <Tag kind={state === 'unread' ? 'waiting' : 'good'}>{t(`survey.read.state.${state}`)}</Tag>
      </h2>
      <blockquote>
        <p>{one.words}</p>
      </blockquote>
      <Form>
        <input type="hidden" name="key" value={one.key} />
        <LongTextField
          t={t}
          name={`quoted-${number}`}
          label={t('survey.read.quoted')}
          hint={t('survey.read.quoted-hint')}
          rows={3}
          value={one.quoted}
          required={false}
        />
        <input type="hidden" name="number" value={String(number)} />
        <SubmitButton variant="secondary">
          {t('survey.read.save')} <span class="unseen">{String(number)}</span>
        </SubmitButton>
      </Form>
    </section>
  )
}
