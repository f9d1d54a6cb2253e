import type { Child } from 'hono/jsx'
import { timeSpan } from '#platform/dates.ts'
import type { Visit } from '#platform/http.ts'
import type { Words } from '#platform/words.ts'
import { SubmitButton } from '#platform/ui/form.tsx'
import { Tag } from '#platform/ui/parts.tsx'
import type { AnswerKind } from './answer.rules.ts'
import type { DoorPerson } from './device.ts'

export interface Answer {
  kind: AnswerKind
  person: DoorPerson | null
}

/** The answer in words, colour and sign, to be read at arm's length. Script fills in the same parts. */
export function BigAnswer({
  visit,
  answer,
  children,
}: {
  visit: Visit
  answer: Answer | null
  children?: Child
}) {
  const { t } = visit
  const { kind = 'not-here', person = null } = answer ?? {}
  return (
    <div role="status" id="door-answer">
      <div class="door-answer" data-kind={kind} hidden={answer === null}>
        <p class="door-says" data-part="says">
          {answer && t(`door.answer.${kind}`, { name: person?.name ?? '' })}
        </p>
        <p data-part="more">{answer && moreAbout(visit, answer)}</p>
        <p class="door-table" data-part="table">
          {person?.table ? t('door.table', { table: person.table }) : ''}
        </p>
        <div data-part="buttons">{children}</div>
      </div>
    </div>
  )
}

function moreAbout({ t }: Visit, { kind, person }: Answer): string {
  if (!person) return t('door.answer.not-here-more')
  const since = person.since ? t('door.in-since', { time: timeSpan(t.language, person.since) }) : ''
  return [kind === 'already' ? since : '', person.about].filter(Boolean).join(' · ')
}

interface LineProps {
  visit: Visit
  /** Null in the pattern from which script makes lines. */
  person: DoorPerson | null
  /** Whether there is a seat for this person. */
  isRoom: boolean
  mayWriteUp: boolean
  /** New for each line, so that a button pressed twice does one thing. */
  nonce: string
  /** Where somebody is asked what is asked at the door; null when nothing is. */
  ask: string | null
}

/** One person: who, and the button for a thumb. In the pattern every state is there, and script shows one. */
export function DoorLine({ visit, person, isRoom, mayWriteUp, nonce, ask }: LineProps) {
  const { t } = visit
  const since = person?.since ? timeSpan(t.language, person.since) : ''
  return (
    <li class="door-line">
      <div>
        <strong data-part="name">{person?.name}</strong>
        <br />
        <span data-part="about">{person?.about}</span>
        <span class="door-line-table" data-part="table">
          {person?.table ? t('door.table', { table: person.table }) : ''}
        </span>
      </div>
      <form method="post">
        <input type="hidden" name="id" value={nonce} />
        <input type="hidden" name="signUp" value={person?.id} />
        <LineState
          t={t}
          state={person ? seenAs(person, isRoom) : null}
          {...{ since, mayWriteUp, person, ask }}
        />
      </form>
    </li>
  )
}

type Seen = 'in' | 'seat' | 'waiting-room' | 'waiting-full' | 'gave-back'

const seenAs = ({ since, state }: DoorPerson, isRoom: boolean): Seen => {
  if (since) return 'in'
  return state === 'waiting' ? (isRoom ? 'waiting-room' : 'waiting-full') : state
}

interface StateProps {
  t: Words
  state: Seen | null
  since: string
  mayWriteUp: boolean
  person: DoorPerson | null
  ask: string | null
}

function LineState({ t, state, since, mayWriteUp, person, ask }: StateProps) {
  const name = (
    <span class="unseen" data-part="to-whom">
      {person?.name}
    </span>
  )
  const when = (...seen: Seen[]): boolean => state === null || seen.includes(state)
  return (
    <>
      {when('in') && (
        <span data-when="in">
          <Tag kind="good">
            <span data-part="since">{since && t('door.in-since', { time: since })}</span>
          </Tag>{' '}
          <SubmitButton variant="tertiary" name="do" value="undo">
            {t('door.undo')} {name}
          </SubmitButton>
          {ask !== null && (
            <a data-part="ask" href={[ask, person?.id].filter(Boolean).join('/')}>
              {t('door.ask')} {name}
            </a>
          )}
        </span>
      )}
      {when('seat', 'waiting-room') && (
        <span data-when="seat waiting-room">
          {when('waiting-room') && (
            <span data-when="waiting-room">
              <Tag kind="waiting">{t('door.waiting')}</Tag>
            </span>
          )}{' '}
          <SubmitButton name="do" value="check-in">
            {t('door.check-in')} {name}
          </SubmitButton>
        </span>
      )}
      {when('waiting-full') && (
        <span data-when="waiting-full">
          <Tag kind="waiting">{t('door.waiting')}</Tag>{' '}
          {mayWriteUp ? (
            <>
              <input type="hidden" name="anyway" value={state ? 'yes' : ''} disabled={!state} />
              <SubmitButton name="do" value="check-in" variant="secondary">
                {t('door.let-in-anyway')} {name}
              </SubmitButton>
            </>
          ) : (
            <span class="small">{t('door.ask-organiser')}</span>
          )}
        </span>
      )}
      {when('gave-back') && (
        <span data-when="gave-back">
          <Tag kind="late">{t('door.gave-back')}</Tag>
        </span>
      )}
    </>
  )
}
