import type { Visit } from '#platform/http.ts'
import { inLanguage, type Texts } from '#platform/language.ts'
import { Form, Select, SubmitButton } from '#platform/ui/form.tsx'
import { Page } from '#platform/ui/page.tsx'
import { Actions, Empty, LinkButton, Notice } from '#platform/ui/parts.tsx'
import { cardKinds } from './device.ts'
import { HeldNotes } from './held-notes.page.tsx'
import type { TableWithLink } from './links.sql.ts'
import { OfficeCards } from './office-cards.page.tsx'
import type { CardFilter, HeldEdit, OfficeCard } from './office.sql.ts'
import { PhotoPicture } from './photos.page.tsx'
import type { Photo } from './photos.sql.ts'
import { tableName } from './table.page.tsx'
import { TableLinks } from './table-links.page.tsx'

export interface OfficeProps {
  visit: Visit
  event: { id: string; title: Texts }
  tables: readonly TableWithLink[]
  cards: readonly OfficeCard[]
  held: readonly HeldEdit[]
  photos: readonly Photo[]
  filter: CardFilter
  rounds: readonly number[]
}

/** Everything that the tables wrote: links to write with, what waits for a choice, the cards, the photos. */
export function OfficeNotesPage(props: OfficeProps) {
  const { visit, event, tables, cards, held } = props
  const { t } = visit
  const title = inLanguage(event.title, t.language)
  const base = visit.to(`/office/events/${event.id}`)
  const apart = cards.filter((card) => Number(card.apart) > 0 && card.removed_at === null)
  return (
    <Page
      visit={visit}
      title={t('table-notes.office.window', { title })}
      heading={t('table-notes.office.title')}
      lead={t('table-notes.office.lead')}
      trail={[{ href: base, label: title }]}
    >
      <TableLinks visit={visit} base={base} tables={tables} />
      {held.length > 0 && <HeldNotes visit={visit} held={held} />}
      {apart.length > 0 && (
        <Notice kind="late" title={t('table-notes.office.apart', { count: apart.length })}>
          <ul>
            {apart.map((card) => (
              <li>
                <a href={`${base}/table-notes/cards/${card.id}`}>{card.words}</a>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <section class="stack" aria-labelledby="cards-title">
        <h2 id="cards-title">{t('table-notes.cards')}</h2>
        <Filters {...props} />
        {cards.length === 0 ? (
          <Empty>{t('table-notes.office.none')}</Empty>
        ) : (
          <OfficeCards visit={visit} base={base} cards={cards} />
        )}
        <Actions>
          <LinkButton href={`${base}/table-notes/cards.csv`} variant="secondary">
            {t('table-notes.office.as-csv')}
          </LinkButton>
          <LinkButton href={`${base}/table-notes/cards.json`} variant="secondary">
            {t('table-notes.office.as-json')}
          </LinkButton>
        </Actions>
      </section>
      <Photos {...props} base={base} />
    </Page>
  )
}

function Filters({ visit, tables, filter, rounds }: OfficeProps) {
  const { t } = visit
  return (
    <Form method="get">
      <div class="row">
        <Select
          t={t}
          name="table"
          label={t('table-notes.office.by-table')}
          none={t('table-notes.office.all')}
          value={filter.table}
          options={tables.map((one) => ({ value: one.id, label: tableName(visit, one) }))}
        />
        <Select
          t={t}
          name="round"
          label={t('table-notes.form.round')}
          none={t('table-notes.office.all')}
          value={filter.round === null ? null : String(filter.round)}
          options={rounds.map((one) => ({ value: String(one), label: String(one) }))}
        />
        <Select
          t={t}
          name="kind"
          label={t('table-notes.form.kind')}
          none={t('table-notes.office.all')}
          value={filter.kind}
          options={cardKinds.map((kind) => ({ value: kind, label: t(`table-notes.kind.${kind}`) }))}
        />
      </div>
      <SubmitButton variant="secondary">{t('table-notes.office.filter')}</SubmitButton>
    </Form>
  )
}

function Photos({ visit, base, photos, tables }: OfficeProps & { base: string }) {
  const { t } = visit
  if (photos.length === 0) return null
  return (
    <section class="stack" aria-labelledby="photos-title">
      <h2 id="photos-title">{t('table-notes.photos')}</h2>
      {photos.map((photo) => {
        const table = tables.find(({ id }) => id === photo.table_id)
        return (
          <figure class="note-photo">
            <PhotoPicture photo={photo} address={`${base}/table-notes/photos/${photo.id}`} />
            <figcaption>
              {table && `${tableName(visit, table)}, `}
              {t('table-notes.round', { round: photo.round })}: {photo.alt}
            </figcaption>
            <form method="post">
              <input type="hidden" name="photo" value={photo.id} />
              <SubmitButton variant="tertiary" danger name="do" value="remove-photo">
                {t('table-notes.photo.remove')} <span class="unseen">{photo.alt}</span>
              </SubmitButton>
            </form>
          </figure>
        )
      })}
    </section>
  )
}
