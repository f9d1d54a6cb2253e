import type { Visit } from '#platform/http.ts'
import { Page } from '#platform/ui/page.tsx'
import { LinkButton } from '#platform/ui/parts.tsx'

/** A link to a wall that has run out, was ended, or is not whole. */
export const WallClosedPage = ({ visit }: { visit: Visit }) => (
  <Page
    visit={visit}
    title={visit.t('forum-day.wall.closed-title')}
    lead={visit.t('forum-day.wall.closed-lead')}
  >
    <LinkButton href={visit.to('/calendar')}>{visit.t('sign-up.done.calendar')}</LinkButton>
  </Page>
)
