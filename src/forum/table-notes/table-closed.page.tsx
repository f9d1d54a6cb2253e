import type { Visit } from '#platform/http.ts'
import { Page } from '#platform/ui/page.tsx'
import { deviceSettings } from './device-settings.ts'
import { DeviceKeeps } from './table.page.tsx'
import type { TablePlace } from './table-place.ts'

/**
 * A link that has ended, has run out, or never was one. Whatever a phone still holds for the table is shown here: sent to
 * the organizers as long as anything is taken in, and to copy or to save.
 */
export function TableClosedPage({ visit, place }: { visit: Visit; place: TablePlace | null }) {
  const { t } = visit
  const script = place && visit.site.assets['table-notes.js']
  const told = { cards: [], cursor: 0, round: 1 }
  return (
    <Page
      visit={visit}
      title={t('table-notes.closed.title')}
      head={script && <script type="module" src={script} />}
    >
      <p class="lead">
        {t(place?.state === 'ended' ? 'table-notes.closed.ended' : 'table-notes.closed.over')}
      </p>
      {place && (
        <div
          id="table"
          class="stack table-notes"
          data-table={JSON.stringify(deviceSettings(visit, place, told))}
        >
          <p id="table-net" class="door-net" role="status" />
          <DeviceKeeps visit={visit} />
        </div>
      )}
      <p>
        <a href={visit.to('/calendar')}>{t('table-notes.closed.calendar')}</a>
      </p>
    </Page>
  )
}
