import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage, type Texts } from '#platform/language.ts'
import { localDate, localTime } from '#platform/time.ts'
import {
  filledAt,
  Form,
  mistakeAt,
  mistakesInWords,
  Problems,
  problemsOf,
  SubmitButton,
  TextField,
  TextsField,
  textsAt,
} from '#platform/ui/form.tsx'
import { Page } from '#platform/ui/page.tsx'
import type { Dialogue } from './dialogues.sql.ts'
import { eventDeskTrail } from './office-dialogues.page.tsx'

interface Props extends Answered {
  visit: Visit
  event: { id: string; title: Texts }
  /** Null for a new one. */
  dialogue: Dialogue | null
}

export const officeTrail = (visit: Visit, event: Props['event'], dialogue: Dialogue | null) => [
  ...eventDeskTrail(visit, event),
  { href: visit.to(`/office/events/${event.id}/dialogue`), label: visit.t('dialogue.office.title') },
  ...(dialogue
    ? [
        {
          href: visit.to(`/office/events/${event.id}/dialogue/${dialogue.id}`),
          label: inLanguage(dialogue.title, visit.language),
        },
      ]
    : []),
]

/** What a theme is called, and until when one can vote. */
export function EditDialoguePage(props: Props) {
  const { visit, event, dialogue } = props
  const { t } = visit
  const problems = problemsOf(t, props)
  const mistakes = mistakesInWords(t, props)
  const field = (name: 'last_day' | 'last_time', type: 'date' | 'time', stored?: string) => ({
    ...{ t, name, type, label: t(`dialogue.edit.${name}`), value: filledAt(props, name) ?? stored },
    mistake: mistakeAt(t, props, name),
  })
  return (
    <Page
      visit={visit}
      title={t(dialogue ? 'dialogue.edit.title' : 'dialogue.office.new')}
      trail={officeTrail(visit, event, dialogue)}
      wrong={problems.length > 0}
    >
      <Problems visit={visit} list={problems} />
      <Form>
        {!dialogue && <input type="hidden" name="id" value={filledAt(props, 'id')} />}
        <TextsField
          t={t}
          name="title"
          label={t('dialogue.edit.name')}
          hint={t('dialogue.edit.name-hint')}
          value={textsAt(props, 'title', dialogue?.title)}
          mistakes={mistakes}
        />
        <TextsField
          t={t}
          name="lead"
          label={t('dialogue.edit.lead')}
          hint={t('dialogue.edit.lead-hint')}
          value={textsAt(props, 'lead', dialogue?.lead)}
          mistakes={mistakes}
          rows={3}
          required={false}
        />
        <TextField {...field('last_day', 'date', dialogue ? localDate(dialogue.closes_at) : undefined)} />
        <TextField
          {...field('last_time', 'time', dialogue ? localTime(dialogue.closes_at) : '20:00')}
          hint={t('dialogue.edit.last-hint')}
        />
        <SubmitButton>{t('dialogue.edit.save')}</SubmitButton>
      </Form>
    </Page>
  )
}
