import { lookOf } from '#people/index.ts'
import type { Visit } from '#platform/http.ts'
import { sectors } from '../directory.rules.ts'
import { shapeOf } from './drawing.page.tsx'

interface Props {
  visit: Visit
  /** Whether single partnerships are drawn, and whether some names have no room. */
  hasHubs: boolean
  leavesOut: boolean
}

/** What the marks mean. */
export function Key({ visit: { t }, hasHubs, leavesOut }: Props) {
  return (
    <div class="network-key">
      {hasHubs && (
        <span>
          <svg class="mark" viewBox="-9 -9 18 18" aria-hidden="true">
            <g class="net-hub">
              <circle r="7" />
              <circle class="heart" r="3" />
            </g>
          </svg>{' '}
          {t('network.picture.key-hub')}
        </span>
      )}
      {sectors.map((sector) => (
        <span>
          <svg class="mark" viewBox="-9 -9 18 18" aria-hidden="true">
            <g class={`net-member is-${lookOf(sector)}`}>
              <path class="mark" d={shapeOf(sector, 6.5)} />
            </g>
          </svg>{' '}
          {t(`network.sector.${sector}`)}
        </span>
      ))}
      {hasHubs && (
        <span>
          <svg class="mark network-parts" viewBox="-9 -9 18 18" aria-hidden="true">
            <path class="edge across" d="M-9 0h18" />
          </svg>{' '}
          {t('network.picture.key-across')}
        </span>
      )}
      {leavesOut && (
        <p class="quiet">
          {t('network.picture.leaves-out')} <span class="by-pointing">{t('network.picture.point')}</span>
        </p>
      )}
    </div>
  )
}
