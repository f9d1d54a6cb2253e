import type { Visit } from '#platform/http.ts'
import { Folded } from '#platform/ui/form.tsx'
import { type LoadedYear, PromiseList, promising, WheelOfYear, YearList } from '#programme/index.ts'

interface Props {
  visit: Visit
  loaded: LoadedYear
}

// A fuller year has its list on the page of the year, so that the first page stays light.
const listedMax = 80

/** The wheel for the eye, and the same in words beside it. */
export function Promises({ visit, loaded }: Props) {
  const { t, to } = visit
  return (
    <section class="beside wheel-beside" aria-labelledby="promises">
      <div class="stack">
        <h2 id="promises">{t('home.promises')}</h2>
        <p class="quiet">{t('home.promises-lead')}</p>
        <PromiseList visit={visit} lines={promising(loaded.lines)} />
        {loaded.events.length <= listedMax && (
          <Folded summary={t('home.meetings', { count: loaded.events.length })}>
            <YearList visit={visit} loaded={loaded} />
          </Folded>
        )}
        <p>
          <a href={to(`/year/${loaded.year}`)}>{t('home.whole-year')}</a>
        </p>
      </div>
      <WheelOfYear visit={visit} loaded={loaded} />
    </section>
  )
}
