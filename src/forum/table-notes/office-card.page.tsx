import { dateAndTime, timeSpan } from '#platform/dates.ts'
import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage, type Texts } from '#platform/language.ts'
import { Form, mistakeAt, Problems, problemsOf, SubmitButton, TextField } from '#platform/ui/form.tsx'
import { Page } from '#platform/ui/page.tsx'
import { Notice } from '#platform/ui/parts.tsx'
import { CardLine } from './card-line.page.tsx'
import type { TableCard } from './device.ts'
import { KindMark } from './kind-mark.page.tsx'
import type { CardHistory } from './office.sql.ts'
import { tableName } from './table.page.tsx'

interface Props extends Answered {
  visit: Visit
  event: { id: string; title: Texts }
  card: TableCard
  table: { number: number; name: string | null }
  hiddenBecause: string | null
  history: CardHistory
}

/** One card with everything that was ever written on it; to choose where two were written apart, and to hide it. */
export function OfficeCardPage(props: Props) {
  const { visit, event, card, table, hiddenBecause, history } = props
  const { t } = visit
  const base = visit.to(`/office/events/${event.id}`)
  const problems = problemsOf(t, props)
  return (
    <Page
      visit={visit}
      title={t('table-notes.office.card')}
      lead={`${tableName(visit, table)}, ${t('table-notes.round', { round: card.round })}`}
      wrong={problems.length > 0}
      trail={[
        { href: base, label: inLanguage(event.title, t.language) },
        { href: `${base}/table-notes`, label: t('table-notes.office.title') },
      ]}
    >
      <Problems visit={visit} list={problems} />
      {hiddenBecause && <Notice title={t('table-notes.office.hidden')}>{hiddenBecause}</Notice>}
      <ul class="plain-list note-cards">
        <CardLine visit={visit} base="" card={card} canWrite={card.beside.length > 0} isOffice />
      </ul>
      {history.length > 0 && (
        <section class="stack" aria-labelledby="history-title">
          <h2 id="history-title">{t('table-notes.office.history')}</h2>
          <p class="small">{t('table-notes.office.clocks')}</p>
          <ol class="lined-list">
            {history.map((one) => (
              <HistoryLine visit={visit} one={one} />
            ))}
          </ol>
        </section>
      )}
      <Hide {...props} />
    </Page>
  )
}

function HistoryLine({ visit: { t }, one }: { visit: Visit; one: CardHistory[number] }) {
  return (
    <li class="stack-tight">
      <p class="row">
        <KindMark t={t} kind={one.kind} />
        <span>{dateAndTime(t.language, one.received_at)}</span>
        <span class="quiet small">
          {one.person_name ?? t('table-notes.office.by-device', { time: timeSpan(t.language, one.at) })}
        </span>
      </p>
      <p class="note-words">{one.words}</p>
      {one.who_could && <p class="note-who">{t('table-notes.card.who', { who: one.who_could })}</p>}
      <p class="quiet small">
        {one.taken_away === 1 && `${t('table-notes.office.removed')}. `}
        {t(`table-notes.outcome.${one.outcome}`)}
      </p>
    </li>
  )
}

function Hide(props: Props) {
  const { t } = props.visit
  if (props.card.hidden)
    return (
      <Form>
        <SubmitButton variant="secondary" name="do" value="show">
          {t('table-notes.office.show')}
        </SubmitButton>
      </Form>
    )
  return (
    <section class="stack" aria-labelledby="hide-title">
      <h2 id="hide-title">{t('table-notes.office.hide-title')}</h2>
      <p>{t('table-notes.office.hide-about')}</p>
      <Form>
        <TextField
          t={t}
          name="because"
          label={t('table-notes.office.because')}
          autocomplete="off"
          mistake={mistakeAt(t, props, 'because')}
        />
        <SubmitButton variant="secondary" danger name="do" value="hide">
          {t('table-notes.office.hide')}
        </SubmitButton>
      </Form>
    </section>
  )
}
