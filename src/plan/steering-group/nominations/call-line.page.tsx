import { dateInWords } from '#platform/dates.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage } from '#platform/language.ts'
import { localDate } from '#platform/time.ts'
import { Empty, Tag, type TagKind } from '#platform/ui/parts.tsx'
import type { Call } from './calls.sql.ts'
import { callState, type CallState } from './nominations.rules.ts'

interface Props {
  visit: Visit
  call: Call
}

const tagKinds: Record<CallState, TagKind> = {
  planned: 'plain',
  open: 'good',
  closed: 'waiting',
  elected: 'good',
}

/** Where a call stands, in a word and with its days. */
export function StateOfCall({ visit, call }: Props) {
  const { t, language, now } = visit
  const state = callState(call, localDate(now))
  const days = {
    first: dateInWords(language, call.opens_on),
    last: dateInWords(language, call.closes_on),
    election: dateInWords(language, call.election_on),
  }
  return (
    <>
      <Tag kind={tagKinds[state]}>{t(`steering-group.call.state.${state}`)}</Tag>{' '}
      {t(`steering-group.call.when.${state}`, days)}
    </>
  )
}

export const callTitle = ({ t, language }: Visit, call: Call): string =>
  t('steering-group.call.title', { party: inLanguage(call.party_name, language) })

/** That it is for another party to act here, and for which. */
export const OthersCall = ({ visit: { t, language }, call }: Props) => (
  <Empty>
    {t('steering-group.office.other-side-call', { party: inLanguage(call.party_name, language) })}
  </Empty>
)

/** A call in a list: what it is, the way there, and where it stands. */
export const CallLine = ({ visit, call }: Props) => (
  <li class="stack-tight">
    <p>
      <a href={visit.to(`/steering-group/nominations/${call.id}`)}>{callTitle(visit, call)}</a>
    </p>
    <p>
      <StateOfCall visit={visit} call={call} />
    </p>
  </li>
)
