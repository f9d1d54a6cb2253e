import type { Visit } from '#platform/http.ts'

/** Below a list: the same list as a file. */
export const CsvLink = ({ visit: { t, to }, href }: { visit: Visit; href: string }) => (
  <p class="small on-screen">
    <a href={to(href)}>{t('platform.list-as-file')}</a>
  </p>
)
