import type { Visit } from '#platform/http.ts'

interface Props {
  visit: Visit
  href: string
  /** What the list above is cut down to, as the page's own address says it. */
  query?: Readonly<Record<string, string | null | undefined>>
}

/** Below a list: the same list as a file. */
export function CsvLink({ visit: { t, to }, href, query = {} }: Props) {
  const said = Object.entries(query).filter((pair): pair is [string, string] => Boolean(pair[1]))
  const asked = new URLSearchParams(said).toString()
  return (
    <p class="small on-screen">
      <a href={to(asked ? `${href}?${asked}` : href)}>{t('platform.list-as-file')}</a>
    </p>
  )
}
