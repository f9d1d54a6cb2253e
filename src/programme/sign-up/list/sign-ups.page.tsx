import type { Visit } from '#platform/http.ts'
import { inLanguage } from '#platform/language.ts'
import { Page } from '#platform/ui/page.tsx'
import { Actions, DataTable, Empty, LinkButton } from '#platform/ui/parts.tsx'
import type { ProgrammeEvent } from '../../events.sql.ts'
import type { signUpsOf } from '../sign-ups.sql.ts'

export type SignUpLine = Awaited<ReturnType<typeof signUpsOf>>[number]

interface Props {
  visit: Visit
  event: ProgrammeEvent
  lines: readonly SignUpLine[]
}

/** Everybody who signed up for an event, for its organisers alone. */
export function SignUpsPage({ visit, event, lines }: Props) {
  const { t } = visit
  const title = inLanguage(event.title, t.language)
  const base = visit.to(`/office/events/${event.id}`)
  return (
    <Page visit={visit} wide title={t('door.list-title', { title })} trail={[{ href: base, label: title }]}>
      <Actions>
        <LinkButton href={`${base}/door`}>{t('door.heading')}</LinkButton>
        <LinkButton href={`${base}/sign-ups.csv`} variant="secondary">
          {t('door.as-file')}
        </LinkButton>
        <LinkButton href={`${base}/needs`} variant="secondary">
          {t('programme.edit.needs')}
        </LinkButton>
        <LinkButton href={`${base}/answers`} variant="secondary">
          {t('questions.answers.short')}
        </LinkButton>
      </Actions>
      {lines.length === 0 ? (
        <Empty>{t('door.nobody')}</Empty>
      ) : (
        <DataTable
          caption={t('door.list-caption', { count: lines.length })}
          head={['name', 'email', 'capacity', 'organisation', 'state'].map((one) => t(`door.column.${one}`))}
          rows={lines.map((line) => cellsOf(visit, event, line))}
        />
      )}
    </Page>
  )
}

/**
 * The cells of one person, the same on the page and in the file. Needs are never among them, and once the event has
 * ended neither is who came: who stayed away is seen in numbers alone.
 */
export function cellsOf(
  { t, now }: Pick<Visit, 't' | 'now'>,
  event: ProgrammeEvent,
  line: SignUpLine,
): string[] {
  const organisation = line.organisation
    ? inLanguage(line.organisation, t.language)
    : (line.organisation_name ?? '')
  const isOver = event.ends_at <= now
  const state = line.checked_in_at && !isOver ? 'door.state.in' : `door.state.${line.state}`
  const name = line.named ? line.name : t('door.along', { name: line.name })
  return [name, line.email ?? '', t(`door.capacity.${line.capacity}`), organisation, t(state)]
}
