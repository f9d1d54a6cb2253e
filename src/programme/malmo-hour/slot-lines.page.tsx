import type { Child } from 'hono/jsx'
import { timeSpan } from '#platform/dates.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage } from '#platform/language.ts'
import { plus } from '#platform/time.ts'
import { Link, Tag } from '#platform/ui/parts.tsx'
import { sideWithId, type Slot, slotsThatCount, type Turns } from './load-turns.ts'
import { beginsAt } from './slot-times.ts'
import type { ProposalRow } from './proposals.sql.ts'
import { SideName } from './side.page.tsx'

interface Props {
  visit: Visit
  turns: Turns
  eventId: string
  /** When each slot begins; left out where the programme of the event says it. */
  withTimes: boolean
  /** All there is to say about what is presented, or its title alone. */
  whole?: boolean
  /** What the office can do with a slot. */
  actions?: (slot: Slot) => Child
}

/** The slots of an hour, in order: whose each is, and what is presented in it. */
export function SlotLines({ visit, turns, eventId, withTimes, whole = false, actions }: Props) {
  const slots = slotsThatCount(turns).filter((slot) => slot.eventId === eventId)
  return (
    <ol class="hour-slots">
      {slots.map((slot) => (
        <li class="stack-tight">
          <p class="row">
            <strong>{visit.t('malmo-hour.slot.number', { number: slot.number })}</strong>{' '}
            {slot.side && <SideName side={sideWithId(turns, slot.side)} t={visit.t} />}{' '}
            <span class="quiet numbers">{whenOf(visit, turns, slot, withTimes)}</span>
          </p>
          {slot.passes.map(({ party_id, reason }) => (
            <p class="quiet">
              {visit.t('malmo-hour.slot.passed', {
                side: inLanguage(sideWithId(turns, party_id).name, visit.language),
                reason: reason ?? '',
              })}
            </p>
          ))}
          <InSlot visit={visit} slot={slot} whole={whole} />
          {actions?.(slot)}
        </li>
      ))}
    </ol>
  )
}

function whenOf({ t, language }: Visit, turns: Turns, slot: Slot, withTimes: boolean): string {
  const minutes = t('malmo-hour.slot.minutes', { minutes: slot.minutes })
  if (!withTimes) return minutes
  const from = beginsAt(turns, slot)
  return `${timeSpan(language, from, plus(from, { minutes: slot.minutes }))} · ${minutes}`
}

function InSlot({ visit, slot, whole }: { visit: Visit; slot: Slot; whole: boolean }) {
  const { t, now } = visit
  if (slot.presentation) return <Presentation visit={visit} proposal={slot.presentation} whole={whole} />
  if (slot.hour.starts_at <= now) return <p class="quiet">{t('malmo-hour.slot.empty')}</p>
  if (slot.side === null) return <p class="quiet">{t('malmo-hour.slot.nobodys')}</p>
  return (
    <p class="row">
      <Tag kind="waiting">{t('malmo-hour.slot.open')}</Tag>{' '}
      <a href={visit.to(`/series/malmo-hour/propose?side=${slot.side}`)}>{t('malmo-hour.slot.propose')}</a>
    </p>
  )
}

/** What is presented, in the language that it was written in. */
export function Presentation({
  visit,
  proposal,
  whole,
}: {
  visit: Visit
  proposal: ProposalRow
  whole: boolean
}) {
  const { t, language } = visit
  const lang = proposal.language === language ? undefined : proposal.language
  return (
    <div class="stack-tight">
      <p>
        <strong lang={lang}>{proposal.title}</strong>{' '}
        <span class="quiet">· {t(`malmo-hour.kind.${proposal.kind}`)}</span>
      </p>
      {whole && proposal.presenter && <p>{t('malmo-hour.slot.by', { presenter: proposal.presenter })}</p>}
      {whole &&
        proposal.learn
          .split(/\n+/)
          .filter(Boolean)
          .map((part) => <p lang={lang}>{part}</p>)}
      {whole && proposal.url && (
        <p>
          <Link href={proposal.url}>
            {t('malmo-hour.slot.more')}{' '}
            <span class="unseen" lang={lang}>
              {proposal.title}
            </span>
          </Link>
        </p>
      )}
    </div>
  )
}
