import { dateAndTime } from '#platform/dates.ts'
import type { Visit } from '#platform/http.ts'
import { Folded } from '#platform/ui/form.tsx'
import { Actions, Empty, LinkButton } from '#platform/ui/parts.tsx'
import { Text } from '#platform/ui/text.tsx'
import { Balance } from './balance.page.tsx'
import { queueOf, type Slot, slotsThatCount, type Turns } from './load-turns.ts'
import { isPublic, openInWords, SideName, turnInWords } from './side.page.tsx'
import { SlotLines } from './slot-lines.page.tsx'
import { TurnHistory } from './turn-history.page.tsx'

interface Props {
  visit: Visit
  turns: Turns
}

/** On the page of the series: whose turn it is and why, what is coming, who waits, and the balance over the years. */
export function TurnsOfSeries({ visit, turns }: Props) {
  const { t } = visit
  const open = openInWords(visit, turns)
  return (
    <section class="stack-wide" aria-labelledby="hour-turns">
      <div class="stack">
        <h2 id="hour-turns">{t('malmo-hour.turn.title')}</h2>
        <p class="hour-turn">
          <strong>{turnInWords(t, turns)}</strong>
        </p>
        {open && <p>{open}</p>}
        <Actions>
          <LinkButton href={visit.to('/series/malmo-hour/propose')}>
            {t('malmo-hour.propose.button')}
          </LinkButton>
        </Actions>
        <Folded summary={t('malmo-hour.rule.title')}>
          <p>{t('malmo-hour.rule.whose')}</p>
          <p>{t('malmo-hour.rule.pass')}</p>
          <p>{t('malmo-hour.rule.swap')}</p>
          <p>{t('malmo-hour.rule.cancelled')}</p>
        </Folded>
      </div>
      <Coming visit={visit} turns={turns} />
      <Queue visit={visit} turns={turns} />
      <Balance visit={visit} turns={turns} />
      <TurnHistory visit={visit} turns={turns} />
    </section>
  )
}

/** One of each hour's slots, in the order of time. */
const hoursOf = (slots: readonly Slot[]): Slot[] =>
  slots.filter((slot, index) => slots.findIndex(({ eventId }) => eventId === slot.eventId) === index)

function Coming({ visit, turns }: Props) {
  const { t, language, now } = visit
  const coming = slotsThatCount(turns).filter((slot) => isPublic(slot) && slot.hour.ends_at > now)
  return (
    <section class="stack" aria-labelledby="hour-coming">
      <h3 id="hour-coming">{t('malmo-hour.coming.title')}</h3>
      {coming.length === 0 && <Empty>{t('malmo-hour.coming.none')}</Empty>}
      {hoursOf(coming).map(({ hour }) => (
        <div class="stack-tight">
          <p>
            <a href={visit.to(`/events/${hour.slug}`)}>
              <Text of={hour.title} t={t} />
            </a>
            , {dateAndTime(language, hour.starts_at)}
          </p>
          <SlotLines visit={visit} turns={turns} eventId={hour.event_id} withTimes={false} />
        </div>
      ))}
    </section>
  )
}

/** Titles of what was accepted and waits for a slot, side by side. */
function Queue({ visit, turns }: Props) {
  const { t, language } = visit
  return (
    <section class="stack" aria-labelledby="hour-queue">
      <h3 id="hour-queue">{t('malmo-hour.queue.title')}</h3>
      <p>{t('malmo-hour.queue.lead')}</p>
      <div class="grid">
        {turns.sides.map((side) => {
          const waiting = queueOf(turns, side.id)
          return (
            <div class="stack-tight">
              <h4>
                <SideName side={side} t={t} />
              </h4>
              {waiting.length === 0 ? (
                <p class="quiet">{t('malmo-hour.queue.none')}</p>
              ) : (
                <ul>
                  {waiting.map((one) => (
                    <li lang={one.language === language ? undefined : one.language}>{one.title}</li>
                  ))}
                </ul>
              )}
            </div>
          )
        })}
      </div>
    </section>
  )
}
