import { shortDate } from '#platform/dates.ts'
import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage, type Texts } from '#platform/language.ts'
import { filledAt, Form, mistakesInWords, Problems, problemsOf, SubmitButton, textsAt, TextsField } from '#platform/ui/form.tsx'
import { Page } from '#platform/ui/page.tsx'
import { Actions, DataTable, LinkButton, Notice } from '#platform/ui/parts.tsx'
import { Text } from '#platform/ui/text.tsx'
import { addressOf } from './about.page.tsx'
import type { PageRow } from './tables.ts'

interface ListProps {
  visit: Visit
  pages: readonly { key: string; menu: Texts; changed_at: string }[]
}

/** The pages that coordinators look after. */
export function OfficePagesPage({ visit, pages }: ListProps) {
  const { t } = visit
  return (
    <Page visit={visit} title={t('about.office.title')} trail={[{ href: visit.to('/office'), label: t('about.office.desk') }]}>
      <DataTable
        caption={t('about.office.title')}
        captionUnseen
        head={[t('about.office.page'), t('about.office.changed')]}
        rows={pages.map(({ key, menu, changed_at }) => [
          <a href={visit.to(`/office/pages/${key}`)}>
            <Text of={menu} t={t} />
          </a>,
          shortDate(t.language, changed_at),
        ])}
      />
    </Page>
  )
}

interface EditProps extends Answered {
  visit: Visit
  page: PageRow
}

export function EditPagePage({ visit, page, ...answered }: EditProps) {
  const { t } = visit
  const problems = problemsOf(t, answered)
  const field = (name: 'title' | 'menu' | 'lead' | 'body') => ({
    t,
    name,
    label: t(`about.form.${name}`),
    value: textsAt(answered, name, page[name]),
    mistakes: mistakesInWords(t, answered),
  })
  const meanwhile = answered.refusal !== undefined
  return (
    <Page
      visit={visit}
      title={t('about.form.heading', { page: inLanguage(page.menu, t.language) })}
      wrong={problems.length > 0}
      trail={[{ href: visit.to('/office/pages'), label: t('about.office.title') }]}
    >
      <Problems visit={visit} list={problems} />
      {meanwhile && (
        <Notice kind="info" title={t('about.form.theirs')}>
          <p>
            <Text of={page.title} t={t} /> — <Text of={page.lead} t={t} />
          </p>
        </Notice>
      )}
      <Form>
        {/* After a refusal the editor has seen what the other one wrote, so the next attempt may replace it. */}
        <input type="hidden" name="seen" value={meanwhile ? page.changed_at : (filledAt(answered, 'seen') ?? page.changed_at)} />
        <TextsField {...field('title')} />
        <TextsField {...field('menu')} />
        <TextsField {...field('lead')} rows={3} />
        <TextsField {...field('body')} hint={t('about.form.body-hint')} rows={14} required={false} />
        <Actions>
          <SubmitButton>{t('about.form.save')}</SubmitButton>
          <LinkButton href={visit.to(addressOf(page.key))} variant="secondary">
            {t('about.form.see')}
          </LinkButton>
        </Actions>
      </Form>
    </Page>
  )
}
