import type { Visit } from '#platform/http.ts'

/** What the picture is asked to show, as it stands in the address. */
export interface AskedFor {
  theme?: string | undefined
  sector?: string | undefined
  area?: string | undefined
  near?: string | undefined
}

export function addressOf(visit: Visit, asked: AskedFor, page?: number): string {
  const pairs = Object.entries(asked).filter((pair): pair is [string, string] => Boolean(pair[1]))
  if (page !== undefined) pairs.push(['page', String(page)])
  return visit.to(
    `/network/picture?${new URLSearchParams(pairs).toString()}${page === undefined ? '' : '#table'}`,
  )
}
