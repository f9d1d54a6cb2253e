import { dateInWords } from '#platform/dates.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage } from '#platform/language.ts'
import { localDate } from '#platform/time.ts'
import { Page } from '#platform/ui/page.tsx'
import { Actions, Empty, Facts, LinkButton, Tag } from '#platform/ui/parts.tsx'
import { LongText, Text } from '#platform/ui/text.tsx'
import type { NominationRow } from '../tables.ts'
import { callTitle, StateOfCall } from './call-line.page.tsx'
import type { Call, CallSeat } from './calls.sql.ts'
import { callState, isCandidate } from './nominations.rules.ts'

export interface CallFacts {
  visit: Visit
  call: Call
  seats: readonly CallSeat[]
  nominations: readonly NominationRow[]
  /** Who was elected, where they agree to be named. */
  elected: readonly { seat_id: string; person_name: string | null; consented_at: string | null }[]
}

export const groupTrail = (visit: Visit) => [
  { href: visit.to('/steering-group'), label: visit.t('steering-group.title') },
]

/** What a seat of a call is called in it. */
export function callSeatName({ t, language }: Pick<Visit, 't' | 'language'>, seat: CallSeat): string {
  if (seat.body === 'nomination-committee')
    return t('steering-group.call.committee-place', { number: seat.position })
  return inLanguage(seat.category, language) || t('steering-group.call.place', { number: seat.position })
}

/** An open call: which seats, by which criteria, until when; who has said yes; what was decided. */
export function CallPage(props: CallFacts) {
  const { visit, call, seats } = props
  const { t, language, now } = visit
  const state = callState(call, localDate(now))
  const event = call.event_published_at && call.event_slug ? call.event_slug : null
  return (
    <Page
      visit={visit}
      title={callTitle(visit, call)}
      lead={t('steering-group.call.lead', { party: inLanguage(call.party_name, language) })}
      trail={groupTrail(visit)}
    >
      <p class="state-line">
        <StateOfCall visit={visit} call={call} />
      </p>
      <LongText of={call.words} t={t} />
      {state === 'open' && (
        <Actions>
          <LinkButton href={visit.to(`/steering-group/nominations/${call.id}/nominate`)}>
            {t('steering-group.nominate.link')}
          </LinkButton>
        </Actions>
      )}
      <Facts
        rows={[
          [t('steering-group.call.seats'), seats.map((seat) => callSeatName(visit, seat)).join(', ')],
          [
            t('steering-group.call.election'),
            event ? (
              <a href={visit.to(`/events/${event}`)}>{dateInWords(language, call.election_on)}</a>
            ) : (
              dateInWords(language, call.election_on)
            ),
          ],
          [t('steering-group.call.where'), call.place],
          [
            t('steering-group.call.term'),
            t('steering-group.term', {
              from: dateInWords(language, call.term_starts_on),
              until: dateInWords(language, call.term_ends_on),
            }),
          ],
        ]}
      />
      <section class="stack" aria-labelledby="criteria">
        <h2 id="criteria">{t('steering-group.call.criteria')}</h2>
        <LongText of={call.criteria} t={t} />
      </section>
      <Candidates {...props} />
      {call.elected_at && <Result {...props} />}
      {visit.member?.party?.id === call.party_id && (
        <p>
          <a href={visit.to(`/office/steering-group/calls/${call.id}`)}>
            {t('steering-group.call.to-office')}
          </a>
        </p>
      )}
    </Page>
  )
}

function Candidates({ visit, call, seats, nominations }: CallFacts) {
  const { t } = visit
  const candidates = nominations.filter(isCandidate)
  const named = candidates.filter((one) => one.shows_name === 1 && one.nominee_name !== null)
  const place = (one: NominationRow): string => {
    const seat = seats.find(({ id }) => id === one.seat_id)
    return seat ? callSeatName(visit, seat) : t(`steering-group.body.${one.body}`)
  }
  return (
    <section class="stack" aria-labelledby="candidates">
      <h2 id="candidates">{t('steering-group.call.candidates')}</h2>
      {candidates.length === 0 ? (
        <Empty>{t('steering-group.call.no-candidates')}</Empty>
      ) : (
        <p>
          {t('steering-group.call.count', {
            count: candidates.length,
            unnamed: candidates.length - named.length,
          })}
        </p>
      )}
      <ul class="lined-list">
        {named.map((one) => (
          <li class="stack-tight">
            <p>
              <strong>{one.nominee_name}</strong>, {place(one)}{' '}
              {call.recommended_at && one.is_recommended === 1 && (
                <Tag kind="good">{t('steering-group.call.recommended')}</Tag>
              )}
            </p>
            {one.presentation && (
              <p lang={one.nominee_language === visit.language ? undefined : one.nominee_language}>
                {one.presentation}
              </p>
            )}
          </li>
        ))}
      </ul>
      {call.recommended_at && (
        <>
          <h3>{t('steering-group.call.recommendation')}</h3>
          <LongText of={call.recommendation} t={t} />
        </>
      )}
    </section>
  )
}

function Result({ visit, call, seats, elected }: CallFacts) {
  const { t } = visit
  return (
    <section class="stack" aria-labelledby="result">
      <h2 id="result">{t('steering-group.call.result')}</h2>
      <Facts
        rows={seats.map((seat) => {
          const one = elected.find(({ seat_id }) => seat_id === seat.id)
          const name = one?.consented_at ? one.person_name : null
          return [
            callSeatName(visit, seat),
            one ? (name ?? t('steering-group.call.elected-unnamed')) : t('steering-group.vacant'),
          ] as const
        })}
      />
      <Text of={call.result} t={t} />
    </section>
  )
}
