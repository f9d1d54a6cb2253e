import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage, languageNames, languages } from '#platform/language.ts'
import { filledAt, Form, Problems, problemsOf, Select, SubmitButton } from '#platform/ui/form.tsx'
import { Page } from '#platform/ui/page.tsx'
import { DataTable, Empty, Notice } from '#platform/ui/parts.tsx'
import { Text } from '#platform/ui/text.tsx'
import { pathTrail } from '../office.page.tsx'
import type { Organisation } from './ask-organisations.ts'

interface Props extends Answered {
  visit: Visit
  organisations: readonly Organisation[]
}

/** Organisations that have not answered: those with an address are mailed a link of their own. */
export function AskPage(props: Props) {
  const { visit, organisations } = props
  const { t, language } = visit
  const problems = problemsOf(t, props)
  const reachable = organisations.filter(({ email }) => email !== null).length
  return (
    <Page
      visit={visit}
      title={t('successor.ask.title')}
      lead={t('successor.ask.lead')}
      trail={[
        ...pathTrail(visit),
        { href: visit.to('/office/next-plan/commitments'), label: t('successor.carried.title') },
      ]}
      wrong={problems.length > 0}
    >
      <Problems visit={visit} list={problems} />
      {organisations.length === 0 ? (
        <Empty>{t('successor.ask.none')}</Empty>
      ) : (
        <DataTable
          caption={t('successor.ask.table')}
          head={[t('successor.ask.organisation'), t('successor.ask.commitments'), t('successor.ask.address')]}
          rows={organisations.map(({ name, commitments, email }) => [
            <Text of={name} t={t} />,
            commitments.map(({ number }) => number).join(', '),
            email ?? t('successor.ask.no-address'),
          ])}
        />
      )}
      {organisations.length > reachable && <Notice kind="late">{t('successor.ask.missing-address')}</Notice>}
      {reachable > 0 && (
        <Form>
          <Select
            t={t}
            name="language"
            label={t('successor.ask.language')}
            value={filledAt(props, 'language') ?? 'sv'}
            options={languages.map((value) => ({ value, label: languageNames[value] }))}
          />
          <SubmitButton>{t('successor.ask.button', { count: reachable })}</SubmitButton>
        </Form>
      )}
      {organisations.length > 0 && (
        <p class="quiet">
          {t('successor.ask.same', { name: inLanguage(organisations[0]?.name ?? {}, language) })}
        </p>
      )}
    </Page>
  )
}
