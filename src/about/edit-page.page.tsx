import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage } from '#platform/language.ts'
import {
  Folded,
  Form,
  mistakesInWords,
  Problems,
  problemsOf,
  seenAt,
  SubmitButton,
  TextsField,
  textsAt,
} from '#platform/ui/form.tsx'
import { Page } from '#platform/ui/page.tsx'
import { Notice } from '#platform/ui/parts.tsx'
import { LongText, Text } from '#platform/ui/text.tsx'
import { addressOf } from './about.page.tsx'
import type { PageRow } from './tables.ts'

interface Props extends Answered {
  visit: Visit
  page: PageRow
  /** It has just been saved: the new text is shown above the form. */
  saved?: boolean
}

export function EditPagePage(props: Props) {
  const { visit, page, saved } = props
  const { t, language } = visit
  const problems = problemsOf(t, props)
  return (
    <Page
      visit={visit}
      title={t('about.form.heading', { title: inLanguage(page.title, language) })}
      wrong={problems.length > 0}
      trail={[{ href: visit.to('/office/pages'), label: t('about.office.title') }]}
    >
      <Problems visit={visit} list={problems} />
      {saved && (
        <Notice kind="good" live>
          <p>
            {t('about.form.saved')} <a href={visit.to(addressOf(page.key))}>{t('about.form.see')}</a>
          </p>
        </Notice>
      )}
      {(saved || props.refusal) && (
        <Folded summary={t(props.refusal ? 'about.form.theirs' : 'about.form.preview')} open>
          <p class="lead">
            <Text of={page.lead} t={t} />
          </p>
          <LongText of={page.body} t={t} />
        </Folded>
      )}
      <Form>
        <Fields {...props} />
        <input type="hidden" name="seen" value={seenAt(props, page.changed_at)} />
        <SubmitButton>{t('about.form.save')}</SubmitButton>
      </Form>
    </Page>
  )
}

function Fields(props: Props) {
  const { visit, page } = props
  const { t } = visit
  const each = (name: 'title' | 'menu' | 'lead' | 'body') => ({
    t,
    name,
    label: t(`about.form.${name}`),
    value: textsAt(props, name, page[name]),
    mistakes: mistakesInWords(t, props),
  })
  return (
    <>
      <TextsField {...each('title')} />
      <TextsField {...each('menu')} hint={t('about.form.menu-hint')} />
      <TextsField {...each('lead')} rows={2} />
      <TextsField {...each('body')} rows={16} required={false} hint={t('about.form.markdown')} />
    </>
  )
}
