import type { Visit } from '#platform/http.ts'
import { inLanguage, type Texts } from '#platform/language.ts'
import { Card, LinkButton } from '#platform/ui/parts.tsx'
import { hasCalls } from './subscription.rules.ts'

interface Props {
  visit: Visit
  series: { id: string; key: string; name: Texts }
}

/** Where one asks to be told by mail when a series' next event opens; for the series' own page. */
export function FollowSeries({ visit, series }: Props) {
  const { t, language } = visit
  return (
    <Card tinted>
      <p>
        {t(`news.follow-series.${hasCalls(series.key) ? 'course' : 'says'}`, {
          series: inLanguage(series.name, language),
        })}
      </p>
      <LinkButton
        href={visit.to(`/news/follow?series=${encodeURIComponent(series.key)}`)}
        variant="secondary"
      >
        {t('news.follow-series.button')}
      </LinkButton>
    </Card>
  )
}
