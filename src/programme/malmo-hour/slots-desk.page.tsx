import type { Child } from 'hono/jsx'
import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage } from '#platform/language.ts'
import {
  filledAt,
  Folded,
  Form,
  mistakeAt,
  Problems,
  problemsOf,
  SubmitButton,
  TextField,
} from '#platform/ui/form.tsx'
import { Page } from '#platform/ui/page.tsx'
import { Actions, Notice } from '#platform/ui/parts.tsx'
import type { ProgrammeEvent } from '../events.sql.ts'
import { eventTrail } from '../office-event.page.tsx'
import { type Slot, swapWaitingFor, type Turns } from './load-turns.ts'
import { turnInWords } from './side.page.tsx'
import {
  minutesAtFirst,
  minutesMax,
  minutesMin,
  refusalAtHour,
  slotsAtFirst,
  slotsMax,
} from './slot.rules.ts'
import { SlotLines } from './slot-lines.page.tsx'

interface Props extends Answered {
  visit: Visit
  event: ProgrammeEvent
  turns: Turns
  /** The party that the reader coordinates for; organisers who do not may only look. */
  side: string | null
}

/** The slots of one hour, where they are laid out, let pass and taken away. */
export function SlotsDeskPage({ visit, event, turns, side, ...answered }: Props) {
  const { t, now, language } = visit
  const problems = problemsOf(t, answered)
  const late = refusalAtHour(event, now)
  const slots = turns.slots.filter((slot) => slot.eventId === event.id && !slot.isRemoved)
  return (
    <Page
      visit={visit}
      title={t('malmo-hour.hour.title', { event: inLanguage(event.title, language) })}
      lead={t('malmo-hour.hour.lead')}
      trail={eventTrail(visit, event)}
      wrong={problems.length > 0}
    >
      <Problems visit={visit} list={problems} />
      {late && <Notice>{t(`malmo-hour.refusal.${late}`)}</Notice>}
      <p>{turnInWords(t, turns)}</p>
      <SlotLines
        visit={visit}
        turns={turns}
        eventId={event.id}
        withTimes
        actions={(slot) => side && !late && <SlotActions {...{ visit, turns, slot, side, answered }} />}
      />
      {side && !late && slots.length < slotsMax && (
        <LayOutForm t={t} answered={answered} there={slots.length} />
      )}
      {side && (
        <p>
          <a href={visit.to('/office/series/malmo-hour/turns')}>{t('malmo-hour.desk.title')}</a>
        </p>
      )}
    </Page>
  )
}

interface LayOutProps {
  t: Visit['t']
  answered: Answered
  /** How many slots the hour has already. */
  there: number
}

/** Minutes for each new slot; whose it is, the turn decides. */
function LayOutForm({ t, answered, there }: LayOutProps) {
  const isFirst = there === 0
  const fields = isFirst ? slotsAtFirst : 1
  return (
    <Form>
      <input type="hidden" name="do" value="lay-out" />
      <fieldset class="ds-fieldset">
        <legend class="ds-label">
          {t(isFirst ? 'malmo-hour.hour.lay-out' : 'malmo-hour.hour.one-more')}
        </legend>
        <p data-field="description">{t('malmo-hour.hour.lay-out-hint')}</p>
        {Array.from({ length: fields }, (_, index) => ['minutes', index + 1].join('.')).map((name, index) => (
          <TextField
            t={t}
            name={name}
            type="number"
            inputmode="numeric"
            size={6}
            min={minutesMin}
            max={minutesMax}
            label={t('malmo-hour.hour.minutes', { number: there + index + 1 })}
            value={filledAt(answered, name) ?? String(minutesAtFirst)}
            mistake={mistakeAt(t, answered, name)}
          />
        ))}
      </fieldset>
      <SubmitButton>{t('malmo-hour.hour.lay-out-button', { slots: fields })}</SubmitButton>
    </Form>
  )
}

interface ActionsProps {
  visit: Visit
  turns: Turns
  slot: Slot
  side: string
  answered: Answered
}

function SlotActions({ visit, turns, slot, side, answered }: ActionsProps) {
  const { t } = visit
  const swap = swapWaitingFor(turns, slot.id)
  if (swap)
    return (
      <p>
        <a href={visit.to(`/office/series/malmo-hour/swaps/${swap.id}`)}>{t('malmo-hour.hour.swap-waits')}</a>
      </p>
    )
  const isOwn = slot.side === side
  const said = <span class="unseen"> {t('malmo-hour.slot.number', { number: slot.number })}</span>
  return (
    <>
      {isOwn && !slot.isTaken && <PassForm {...{ t, slot, said, answered }} />}
      {isOwn && (
        <p>
          <a href={visit.to(`/office/series/malmo-hour/swaps/new?slot=${slot.id}`)}>
            {t('malmo-hour.swap.ask')}
            {said}
          </a>
        </p>
      )}
      {(isOwn || slot.side === null) && !slot.isTaken && (
        <form method="post">
          <input type="hidden" name="slot" value={slot.id} />
          <Actions>
            <SubmitButton variant="tertiary" name="do" value="take-away">
              {t('malmo-hour.hour.take-away')}
              {said}
            </SubmitButton>
          </Actions>
        </form>
      )}
    </>
  )
}

interface PassProps {
  t: Visit['t']
  slot: Slot
  /** Which slot it is, for those who listen. */
  said: Child
  answered: Answered
}

function PassForm({ t, slot, said, answered }: PassProps) {
  const isAsked = filledAt(answered, 'slot') === slot.id
  return (
    <Folded
      summary={
        <>
          {t('malmo-hour.hour.pass')}
          {said}
        </>
      }
      open={isAsked}
    >
      <Form>
        <input type="hidden" name="slot" value={slot.id} />
        <TextField
          t={t}
          name="reason"
          label={t('malmo-hour.hour.pass-reason')}
          hint={t('malmo-hour.hour.pass-hint')}
          value={isAsked ? filledAt(answered, 'reason') : undefined}
          mistake={isAsked ? mistakeAt(t, answered, 'reason') : undefined}
        />
        <SubmitButton name="do" value="pass">
          {t('malmo-hour.hour.pass-button')}
        </SubmitButton>
      </Form>
    </Folded>
  )
}
