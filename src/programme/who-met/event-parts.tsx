import type { Child } from 'hono/jsx'
import type { Visit } from '#platform/http.ts'
import { plus } from '#platform/time.ts'
import { Folded } from '#platform/ui/form.tsx'
import { Notice } from '#platform/ui/parts.tsx'
import type { Words } from '#platform/words.ts'
import { type ProgrammeEvent, seatsByCapacity } from '../events.sql.ts'
import type { Db, Reads } from '../tables.ts'
import { GroupsTable } from './groups-table.page.tsx'
import { type MetGroup, type What, whoIsMissing } from './who-met.rules.ts'
import { metOf, usualIn } from './who-met.sql.ts'

/** On the page of an event that is over: who met, in numbers that point at nobody. */
export async function whoMetPart(db: Reads, visit: Visit, event: ProgrammeEvent): Promise<Child> {
  const met = event.ends_at <= visit.now ? await metOf(db, event.id) : undefined
  if (!met) return null
  const { t } = visit
  const { people, groups, counted_from, time_of_day, year } = met
  return (
    <section class="stack" aria-labelledby="who-met">
      <h2 id="who-met">{t('who-met.title')}</h2>
      <p>
        {people === null
          ? t('who-met.event.too-few')
          : t('who-met.event.people', { people, from: counted_from, time: time_of_day })}
      </p>
      <Groups t={t} what="sector" groups={groups} />
      {people !== null && (
        <Folded summary={t('who-met.event.more')}>
          <Groups t={t} what="organisation" groups={groups} />
          <Groups t={t} what="before" groups={groups} />
        </Folded>
      )}
      <p class="small quiet">
        {t('who-met.how')} <a href={visit.to(`/who-met/${year}`)}>{t('who-met.to-year', { year })}</a>
      </p>
    </section>
  )
}

type GroupsProps = { t: Words; what: What; groups: readonly MetGroup[] }

const Groups = ({ t, what, groups }: GroupsProps) => (
  <GroupsTable t={t} what={what} groups={groups.filter((one) => one.what === what)} />
)

/** On the desk while one can sign up: which sectors usually come and have hardly signed up yet. */
export async function whoIsMissingPart(db: Db, visit: Visit, event: ProgrammeEvent): Promise<Child> {
  const { t, now } = visit
  if (!event.published_at || event.cancelled_at || event.sign_up_closes_at <= now) return null
  const usual = await usualIn(db, event.series_id, plus(now, { days: -365 }))
  const missing = whoIsMissing({ now: await seatsByCapacity(db, event.id), usual })
  if (missing.length === 0) return null
  return (
    <Notice kind="waiting" title={t('who-met.missing.title')}>
      <ul>
        {missing.map(({ capacity, count, usually }) => (
          <li>{t('who-met.missing.one', { sector: t(`who-met.sector.${capacity}`), count, usually })}</li>
        ))}
      </ul>
      <p>{t('who-met.missing.why')}</p>
    </Notice>
  )
}
