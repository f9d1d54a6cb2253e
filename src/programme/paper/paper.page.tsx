import type { Visit } from '#platform/http.ts'
import { inLanguage } from '#platform/language.ts'
import { Form, SubmitButton, TextField } from '#platform/ui/form.tsx'
import { Page } from '#platform/ui/page.tsx'
import { Card } from '#platform/ui/parts.tsx'
import type { ProgrammeEvent } from '../events.sql.ts'

interface Props {
  visit: Visit
  event: ProgrammeEvent
}

/** Everything that can be printed for an event, from the same sign-ups as the screen shows. */
export function PapersPage({ visit, event }: Props) {
  const { t } = visit
  const title = inLanguage(event.title, t.language)
  const base = visit.to(`/office/events/${event.id}`)
  return (
    <Page
      visit={visit}
      title={t('paper.title', { title })}
      heading={t('paper.heading')}
      lead={t('paper.lead')}
      trail={[{ href: base, label: title }]}
    >
      <div class="grid two">
        <Card href={`${base}/paper/door-list`} title={t('paper.name.door-list')} level={2}>
          <p>{t('paper.door-list.about')}</p>
        </Card>
        <Card href={`${base}/paper/name-tags`} title={t('paper.name.name-tags')} level={2}>
          <p>{t('paper.name-tags.about')}</p>
        </Card>
        <Card href={`${base}/needs`} title={t('paper.needs')} level={2}>
          <p>{t('paper.needs-about')}</p>
        </Card>
      </div>
      <h2>{t('paper.name.signs')}</h2>
      <p>{t('paper.signs.about')}</p>
      <Form method="get" action={`${base}/paper/signs`}>
        <TextField
          t={t}
          name="room"
          label={t('paper.signs.room')}
          value={event.place_name ?? ''}
          required={false}
          autocomplete="off"
        />
        <TextField
          t={t}
          name="wifi"
          label={t('paper.signs.wifi')}
          hint={t('paper.signs.wifi-hint')}
          required={false}
          autocomplete="off"
        />
        <SubmitButton>{t('paper.signs.show')}</SubmitButton>
      </Form>
    </Page>
  )
}
