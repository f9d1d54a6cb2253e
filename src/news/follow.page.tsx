import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage, languageNames, languages, type Texts } from '#platform/language.ts'
import {
  Choice,
  filledAt,
  Form,
  mistakeAt,
  Problems,
  problemsOf,
  Select,
  SubmitButton,
  TextField,
} from '#platform/ui/form.tsx'
import { Page } from '#platform/ui/page.tsx'
import { allNews, confirmDays, hasCalls } from './subscription.rules.ts'

interface Props extends Answered {
  visit: Visit
  series: readonly { key: string; name: Texts }[]
  /** What is ticked beforehand: the key of a series, or all news. */
  what: string
}

/** Where one asks to be told by mail. */
export function FollowPage(props: Props) {
  const { visit, what } = props
  const { t } = visit
  const problems = problemsOf(t, props)
  return (
    <Page
      visit={visit}
      title={t('news.follow.title')}
      lead={t('news.follow.lead')}
      wrong={problems.length > 0}
      trail={newsTrail(visit)}
    >
      <Problems visit={visit} list={problems} />
      <Form>
        <Choice
          t={t}
          name="what"
          label={t('news.follow.what')}
          options={optionsOf(props)}
          value={filledAt(props, 'what') ?? what}
          mistake={mistakeAt(t, props, 'what')}
        />
        <TextField
          t={t}
          name="email"
          type="email"
          autocomplete="email"
          required
          label={t('news.follow.email')}
          hint={t('news.follow.email-hint')}
          value={filledAt(props, 'email')}
          mistake={mistakeAt(t, props, 'email')}
        />
        <Select
          t={t}
          name="language"
          label={t('news.follow.language')}
          options={languages.map((value) => ({ value, label: languageNames[value] }))}
          value={filledAt(props, 'language') ?? visit.language}
          mistake={mistakeAt(t, props, 'language')}
        />
        <p class="quiet">
          {t('news.follow.kept')} <a href={visit.to('/about/privacy')}>{t('news.follow.privacy')}</a>
        </p>
        <SubmitButton>{t('news.follow.button')}</SubmitButton>
      </Form>
    </Page>
  )
}

const optionsOf = ({ visit, series }: Props) => [
  { value: allNews, label: visit.t('news.follow.all-news'), hint: visit.t('news.follow.all-news-hint') },
  ...series.map(({ key, name }) => ({
    value: key,
    label: visit.t(`news.follow.${hasCalls(key) ? 'course' : 'series'}`, {
      series: inLanguage(name, visit.language),
    }),
  })),
]

export const newsTrail = (visit: Visit) => [{ href: visit.to('/news'), label: visit.t('news.list.title') }]

/** The same for everybody, whether the address was known, new or written to too often. */
export function AskedPage({ visit }: { visit: Visit }) {
  const { t } = visit
  return (
    <Page
      visit={visit}
      title={t('news.asked.title')}
      lead={t('news.asked.lead', { days: confirmDays })}
      trail={newsTrail(visit)}
    >
      <p>{t('news.asked.nothing')}</p>
      <p>
        <a href={visit.to('/news/follow')}>{t('news.asked.more')}</a>
      </p>
    </Page>
  )
}
