import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage } from '#platform/language.ts'
import {
  Check,
  Checks,
  filledAt,
  Form,
  mistakesInWords,
  Problems,
  problemsOf,
  SubmitButton,
  TextsField,
  textsAt,
  ticked,
} from '#platform/ui/form.tsx'
import { Page } from '#platform/ui/page.tsx'
import { Actions, DataTable, Empty, LinkButton, Tag } from '#platform/ui/parts.tsx'
import { Text } from '#platform/ui/text.tsx'
import type { ProgrammeEvent } from '../events.sql.ts'
import { eventTrail } from '../office-event.page.tsx'
import { officeTrail } from '../office-list.page.tsx'
import type { Theme } from './themes.sql.ts'

const themesTrail = (visit: Visit) => [
  ...officeTrail(visit),
  { href: visit.to('/office/themes'), label: visit.t('library.themes.edit-title') },
]

/** The vocabulary, for coordinators to look after. */
export function ThemesPage({ visit, themes }: { visit: Visit; themes: readonly Theme[] }) {
  const { t } = visit
  return (
    <Page
      visit={visit}
      title={t('library.themes.edit-title')}
      lead={t('library.themes.edit-lead')}
      trail={officeTrail(visit)}
    >
      {themes.length === 0 ? (
        <Empty>{t('library.themes.none')}</Empty>
      ) : (
        <DataTable
          caption={t('library.themes.edit-title')}
          captionUnseen
          head={[t('library.themes.name'), t('library.themes.standing')]}
          rows={themes.map((theme) => [
            <a href={visit.to(`/office/themes/${theme.id}`)}>
              <Text of={theme.name} t={t} />
            </a>,
            theme.ended_at ? (
              <Tag>{t('library.themes.not-offered')}</Tag>
            ) : (
              <Tag kind="good">{t('library.themes.offered')}</Tag>
            ),
          ])}
        />
      )}
      <Actions>
        <LinkButton href={visit.to('/office/themes/new')}>{t('library.themes.add')}</LinkButton>
      </Actions>
    </Page>
  )
}

interface EditProps extends Answered {
  visit: Visit
  /** What is changed; null for a new one. */
  theme: Theme | null
}

export function EditThemePage(props: EditProps) {
  const { visit, theme } = props
  const { t } = visit
  const problems = problemsOf(t, props)
  const texts = (name: 'name' | 'about') => ({
    ...{ t, name, label: t(`library.themes.${name}`) },
    ...{ value: textsAt(props, name, theme?.[name]), mistakes: mistakesInWords(t, props) },
  })
  const offered = props.filled ? filledAt(props, 'offered') === 'yes' : theme?.ended_at === null
  return (
    <Page
      visit={visit}
      title={theme ? inLanguage(theme.name, t.language) : t('library.themes.add')}
      trail={themesTrail(visit)}
      wrong={problems.length > 0}
    >
      <Problems visit={visit} list={problems} />
      <Form>
        {theme ? (
          <input type="hidden" name="seen" value={theme.changed_at} />
        ) : (
          <input type="hidden" name="id" value={filledAt(props, 'id')} />
        )}
        <TextsField {...texts('name')} hint={t('library.themes.name-hint')} />
        <TextsField {...texts('about')} rows={3} required={false} />
        {theme && (
          <Check
            t={t}
            name="offered"
            label={t('library.themes.offered-label')}
            hint={t('library.themes.offered-hint')}
            checked={offered}
          />
        )}
        <SubmitButton>{t('library.themes.save')}</SubmitButton>
      </Form>
    </Page>
  )
}

interface EventProps extends Answered {
  visit: Visit
  event: ProgrammeEvent
  offered: readonly Theme[]
}

/** What one event is about. */
export function EventThemesPage(props: EventProps) {
  const { visit, event, offered } = props
  const { t } = visit
  return (
    <Page
      visit={visit}
      title={t('library.themes.of-event', { event: inLanguage(event.title, t.language) })}
      lead={t('library.themes.of-event-lead')}
      trail={eventTrail(visit, event)}
    >
      {offered.length === 0 ? (
        <Empty>{t('library.themes.none')}</Empty>
      ) : (
        <Form>
          <Checks
            t={t}
            name="themes"
            label={t('library.themes.title')}
            values={ticked(props, 'themes')}
            options={offered.map((one) => ({ value: one.id, label: <Text of={one.name} t={t} /> }))}
            required={false}
          />
          <SubmitButton>{t('library.themes.save')}</SubmitButton>
        </Form>
      )}
      {visit.member?.party && (
        <p>
          <a href={visit.to('/office/themes')}>{t('library.themes.to-all')}</a>
        </p>
      )}
    </Page>
  )
}
