import type { Visit } from '#platform/http.ts'

/** The rooms of the office that the coordinators' desk leads to. */
export function OfficePlaces({ visit }: { visit: Visit }) {
  const { t } = visit
  const places = [
    ['/office/inbox', t('office.place.inbox')],
    ['/office/pledges', t('office.place.pledges')],
    ['/office/events', t('office.place.events')],
    ['/office/series', t('office.place.series')],
    ['/recommendations', t('office.place.recommendations')],
    ['/office/agreement', t('office.place.agreement')],
    ['/office/goals', t('office.place.goals')],
    ['/office/plans', t('office.place.plans')],
    ['/office/focus-areas', t('office.place.focus-areas')],
    ['/office/years', t('office.place.years')],
    ['/office/steering-group', t('office.place.steering-group')],
    ['/office/duties', t('office.place.duties')],
    ['/office/news', t('office.place.news')],
    ['/office/network', t('office.place.network')],
    ['/office/pages', t('office.place.pages')],
    ['/office/coordinators', t('office.place.coordinators')],
    ['/office/mails', t('office.place.mails')],
    ['/office/held', t('office.place.held')],
    ['/office/record', t('office.place.record')],
  ] as const
  return (
    <nav class="stack-tight" aria-labelledby="places">
      <h2 id="places">{t('office.places')}</h2>
      <ul class="lined-list">
        {places.map(([path, label]) => (
          <li>
            <a href={visit.to(path)}>{label}</a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** The way back to the desk. */
export const deskTrail = (visit: Visit, ...further: { path: string; label: string }[]) =>
  [{ path: '/office', label: visit.t('office.title') }, ...further].map(({ path, label }) => ({
    href: visit.to(path),
    label,
  }))
