import type { Visit } from '#platform/http.ts'
import { Tag } from '#platform/ui/parts.tsx'
import type { SignUpRow } from '../../tables.ts'
import type { ChangeRefusal } from '../sign-up.rules.ts'

interface Props {
  visit: Visit
  companions: readonly SignUpRow[]
  placeOf: (id: string) => number
  closed: ChangeRefusal | null
  token: string
}

/** Everybody who was signed up together with somebody, and where each of them stands. */
export function Companions({ visit, companions, placeOf, closed, token }: Props) {
  const { t } = visit
  const left = companions.filter(({ state }) => state !== 'cancelled')
  if (left.length === 0) return null
  const isOpen = closed !== 'event-cancelled' && closed !== 'already-begun'
  return (
    <section class="stack" aria-labelledby="companions">
      <h2 id="companions">{t('manage.companions')}</h2>
      <ul class="lined-list">
        {left.map((one) => {
          // Counted with those who have given back, so that nobody becomes somebody else when one does.
          const number = companions.indexOf(one) + 1
          const name = one.named ? one.name : t('manage.companion.unnamed', { number })
          return (
            <li class="row spread">
              <span>
                {name} <StandingTag visit={visit} signUp={one} place={placeOf(one.id)} />
              </span>
              {isOpen && (
                <a href={visit.to(`/sign-ups/${token}/companions/${one.id}`)}>
                  {t('manage.companion.change')} <span class="unseen">{name}</span>
                </a>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

function StandingTag({ visit: { t }, signUp, place }: { visit: Visit; signUp: SignUpRow; place: number }) {
  if (signUp.state === 'waiting')
    return (
      <Tag kind="waiting">
        {place > 0 ? t('manage.companion.waiting', { place }) : t('manage.companion.queued')}
      </Tag>
    )
  if (signUp.state === 'seat') return <Tag kind="good">{t('manage.companion.seat')}</Tag>
  return <Tag kind="waiting">{t(`manage.companion.${signUp.state}`)}</Tag>
}
