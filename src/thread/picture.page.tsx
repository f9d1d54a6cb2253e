import type { Visit } from '#platform/http.ts'
import { drawn, isToCome, radius } from './picture.rules.ts'
import type { RedThread } from './thread.rules.ts'

interface Props {
  visit: Visit
  thread: RedThread
  /** Where the list with the same numbers is; on that page itself nothing. */
  at?: string
}

/** More than this nobody can follow with the eye; the list holds them all the same. */
const picturedMax = 150

/**
 * The thread as a picture: what hangs on what, each bead with the number that it has in the list. For the eye alone,
 * also its links: the list says the same to the keyboard and to a reading voice.
 */
export function ThreadPicture({ visit, thread, at = '' }: Props) {
  const { t } = visit
  if (thread.beads.length > picturedMax) return <p class="quiet">{t('thread.picture.too-many')}</p>
  const { width, height, headings, spots, curves } = drawn(thread.beads)
  return (
    <figure class="thread-picture">
      <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
        {curves.map(({ d, waits }) => (
          <path class={waits ? 'waits' : undefined} d={d} />
        ))}
        {headings.map(({ band, y }) => (
          <text class="band" x="0" y={y}>
            {t(`thread.band.${band}`)}
          </text>
        ))}
        {spots.map(({ bead, x, y }) => (
          <a href={`${at}#bead-${bead.number}`} tabindex={-1}>
            {bead.here && <circle class="ring" cx={x} cy={y} r={radius + 4} />}
            <circle class={isToCome(bead) ? 'bead waits' : 'bead'} cx={x} cy={y} r={radius} />
            <text class={isToCome(bead) ? 'number waits' : 'number'} x={x} y={y}>
              {bead.number}
            </text>
          </a>
        ))}
      </svg>
      <figcaption class="quiet small">{t('thread.picture.caption')}</figcaption>
    </figure>
  )
}
