import type { Child } from 'hono/jsx'
import type { Visit } from '#platform/http.ts'
import { Empty } from '#platform/ui/parts.tsx'
import type { ProgrammeEvent } from '../events.sql.ts'
import type { Heart } from '../hearts.tsx'
import type { Db } from '../tables.ts'
import { loadQueue, needsAnsweredBy } from './load-needs.ts'
import { lunchOfEvent } from './lunches.sql.ts'
import { NeedLink, Queue, Ways } from './queue.page.tsx'
import { behindInWords, organisationInWords } from './standing.page.tsx'
import { offerWithId } from './offers.sql.ts'
import { withVoices } from './voices.sql.ts'

// So many that nobody scrolls past them; the rest is one press away.
const topMax = 3

/** Lectures are held "based on NGOs' needs": the top of the queue, and how to put something in it. */
async function queueOnSeries(db: Db, visit: Visit): Promise<Child> {
  const { t, to, now } = visit
  const { queue, joined } = await loadQueue(db, now)
  const waiting = queue.filter(({ state }) => state !== 'planned')
  return (
    <section class="stack" aria-labelledby="needs">
      <h2 id="needs">{t('lunch-and-learn.heart.title')}</h2>
      <p>{t('lunch-and-learn.heart.says')}</p>
      {waiting.length === 0 && <Empty>{t('lunch-and-learn.queue.empty')}</Empty>}
      <Queue visit={visit} queue={waiting.slice(0, topMax)} joined={joined} />
      <p>
        <a href={to('/needs')}>{t('lunch-and-learn.heart.all', { count: waiting.length })}</a>
      </p>
      <Ways visit={visit} />
    </section>
  )
}

/** Which needs a lunch answers, and who speaks about them. */
async function needsOnEvent(db: Db, visit: Visit, event: ProgrammeEvent): Promise<Child> {
  const lunch = await lunchOfEvent(db, event.id)
  const [bare, ...joined] = await needsAnsweredBy(db, event.id)
  if (!lunch || !bare) return null
  const [need] = await withVoices(db, [bare], joined)
  const offer = await offerWithId(db, lunch.offer_id)
  const { t } = visit
  const speaker = offer ? organisationInWords(t, offer) : ''
  return (
    <section class="stack-tight" aria-labelledby="answers">
      <h2 id="answers">{t('lunch-and-learn.event.title')}</h2>
      <ul>
        {[bare, ...joined].map((one) => (
          <li>
            <NeedLink visit={visit} need={one} />
          </li>
        ))}
      </ul>
      {need && <p class="quiet">{behindInWords(visit, need)}</p>}
      {speaker && <p>{t('lunch-and-learn.event.speaker', { organisation: speaker })}</p>}
    </section>
  )
}

export const lunchAndLearn: Heart = {
  series: queueOnSeries,
  event: needsOnEvent,
  seriesTasks: [['/needs', 'lunch-and-learn.office.title']],
}
