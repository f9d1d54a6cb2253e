import type { Visit } from '#platform/http.ts'

interface Props {
  visit: Visit
  slug: string
  counts: { recommendations: number; answered: number }
}

/** What an event led to, in a line, with the way to its thread. */
export const LedTo = ({ visit, slug, counts }: Props) => (
  <a href={visit.to(`/thread/event/${slug}`)}>{visit.t('thread.led-to', counts)}</a>
)
