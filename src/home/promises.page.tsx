import type { Child } from 'hono/jsx'
import type { Visit } from '#platform/http.ts'
import type { Texts } from '#platform/language.ts'
import { SeriesMark, Tag, type TagKind } from '#platform/ui/parts.tsx'
import { Text } from '#platform/ui/text.tsx'

export interface PromiseLine {
  href: string
  name: Texts
  mark: string
  /** "minst sex om året". */
  promise: Texts
  held: number
  coming: number
  state: TagKind
}

interface Props {
  visit: Visit
  promises: readonly PromiseLine[]
  wheel: Child
}

/** The wheel for the eye, and the same in words beside it. */
export function Promises({ visit, promises, wheel }: Props) {
  const { t } = visit
  return (
    <section class="beside wheel-beside" aria-labelledby="promises">
      <div class="stack">
        <h2 id="promises">{t('home.promises')}</h2>
        <p class="quiet">{t('home.promises-lead')}</p>
        <ul class="promises">
          {promises.map((one) => (
            <li class={`in-${one.mark}`}>
              <SeriesMark mark={one.mark} />
              <div>
                <a class="strong" href={one.href}>
                  <Text of={one.name} t={t} />
                </a>
                <p class="quiet">
                  <Text of={one.promise} t={t} />
                </p>
              </div>
              <p class="state">
                <Tag kind={one.state}>{t('home.done', { held: one.held, coming: one.coming })}</Tag>
              </p>
            </li>
          ))}
        </ul>
        <p>
          <a href={visit.to('/calendar')}>{t('home.whole-year')}</a>
        </p>
      </div>
      {wheel}
    </section>
  )
}
