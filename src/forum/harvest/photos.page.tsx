import type { Visit } from '#platform/http.ts'
import { PhotoPicture } from '../table-notes/photos.page.tsx'
import type { Photo } from '../table-notes/photos.sql.ts'

interface Props {
  visit: Visit
  eventId: string
  tables: readonly { id: string; number: number }[]
  photos: readonly Photo[]
}

/** What the tables drew or wrote on paper, table by table, to be read while their cards are put together. */
export function PhotosOfTables({ visit: { t, to }, eventId, tables, photos }: Props) {
  if (photos.length === 0) return null
  return (
    <section class="stack" id="photos" aria-labelledby="photos-title">
      <h2 id="photos-title">{t('table-notes.photos')}</h2>
      {tables.map((table) => {
        const own = photos.filter((one) => one.table_id === table.id)
        return (
          own.length > 0 && (
            <section class="stack-tight" aria-labelledby={`photos-${table.number}`}>
              <h3 id={`photos-${table.number}`}>{t('harvest.photos-of-table', { table: table.number })}</h3>
              <ul class="harvest-photos">
                {own.map((photo) => {
                  const address = to(`/office/events/${eventId}/table-notes/photos/${photo.id}`)
                  return (
                    <li>
                      <a href={address}>
                        <PhotoPicture photo={photo} address={address} />
                      </a>
                      <p class="small">
                        {t('harvest.round', { round: photo.round })}: {photo.alt}
                      </p>
                    </li>
                  )
                })}
              </ul>
            </section>
          )
        )
      })}
    </section>
  )
}
