import { dateAndTime } from '#platform/dates.ts'
import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage } from '#platform/language.ts'
import {
  Choice,
  filledAt,
  Form,
  mistakeAt,
  Problems,
  problemsOf,
  Select,
  SubmitButton,
  TextField,
} from '#platform/ui/form.tsx'
import { Page } from '#platform/ui/page.tsx'
import { Facts, Notice } from '#platform/ui/parts.tsx'
import type { SeriesRow } from '../tables.ts'
import { sideWithId, type Slot, slotsThatCount, type Turns } from './load-turns.ts'
import { slotInWords } from './proposal-desk.page.tsx'
import type { SwapRow } from './swaps.sql.ts'
import { swapInWords, turnsTrail } from './turns-desk.page.tsx'

interface AskProps extends Answered {
  visit: Visit
  series: SeriesRow
  turns: Turns
  side: string
}

/** Which slot of one's own is offered, and for which other. */
export function AskSwapPage({ visit, series, turns, side, ...answered }: AskProps) {
  const { t, now } = visit
  const problems = problemsOf(t, answered)
  const coming = slotsThatCount(turns).filter(({ hour }) => hour.starts_at > now)
  const own = coming.filter((slot) => slot.side === side)
  const others = coming.filter((slot) => slot.side !== side && slot.side !== null)
  return (
    <Page
      visit={visit}
      title={t('malmo-hour.swap.ask')}
      lead={t('malmo-hour.swap.lead')}
      trail={turnsTrail(visit, series)}
      wrong={problems.length > 0}
    >
      <Problems visit={visit} list={problems} />
      {own.length === 0 || others.length === 0 ? (
        <Notice>{t('malmo-hour.swap.nothing')}</Notice>
      ) : (
        <Form>
          <input type="hidden" name="id" value={filledAt(answered, 'id')} />
          <SlotSelect visit={visit} name="slot" slots={own} answered={answered} />
          <SlotSelect visit={visit} name="other" slots={others} answered={answered} turns={turns} />
          <TextField
            t={t}
            name="reason"
            label={t('malmo-hour.swap.reason')}
            value={filledAt(answered, 'reason')}
            mistake={mistakeAt(t, answered, 'reason')}
          />
          <SubmitButton>{t('malmo-hour.swap.send')}</SubmitButton>
        </Form>
      )}
    </Page>
  )
}

interface SelectProps {
  visit: Visit
  name: 'slot' | 'other'
  slots: readonly Slot[]
  answered: Answered
  /** Names the side of each slot as well. */
  turns?: Turns
}

function SlotSelect({ visit, name, slots, answered, turns }: SelectProps) {
  const { t, language } = visit
  const sideOf = (slot: Slot): string =>
    turns && slot.side ? `${inLanguage(sideWithId(turns, slot.side).name, language)}: ` : ''
  return (
    <Select
      t={t}
      name={name}
      label={t(`malmo-hour.swap.${name}`)}
      options={slots.map((slot) => ({ value: slot.id, label: `${sideOf(slot)}${slotInWords(visit, slot)}` }))}
      none={t('malmo-hour.swap.choose')}
      value={filledAt(answered, name)}
      mistake={mistakeAt(t, answered, name)}
    />
  )
}

interface Props extends Answered {
  visit: Visit
  series: SeriesRow
  turns: Turns
  side: string
  swap: SwapRow
  /** Nobody coordinates for the side that is asked. */
  nobodyAnswers: boolean
}

/** One swap: what it means, and the answer. */
export function SwapPage({ visit, series, turns, side, swap, nobodyAnswers, ...answered }: Props) {
  const { t, language } = visit
  const problems = problemsOf(t, answered)
  const isAsker = swap.party_id === side
  const state = swap.answer ?? 'waiting'
  return (
    <Page
      visit={visit}
      title={t('malmo-hour.swap.title')}
      lead={swapInWords(visit, turns, swap)}
      trail={turnsTrail(visit, series)}
      wrong={problems.length > 0}
    >
      <Problems visit={visit} list={problems} />
      <Facts
        rows={[
          [t('malmo-hour.own.state'), t(`malmo-hour.swap.state.${state}`)],
          [t('malmo-hour.swap.asked'), dateAndTime(language, swap.asked_at)],
          [t('malmo-hour.swap.reason'), swap.reason],
          [
            t(state === 'withdrawn' ? 'malmo-hour.swap.withdrawn-at' : 'malmo-hour.swap.answered'),
            swap.answered_at && dateAndTime(language, swap.answered_at),
          ],
          [t('malmo-hour.swap.because'), swap.because],
        ]}
      />
      {state === 'withdrawn' && !isAsker && <p>{t('malmo-hour.swap.was-withdrawn')}</p>}
      {state === 'waiting' && <p>{t('malmo-hour.swap.nothing-moves')}</p>}
      {state === 'waiting' && nobodyAnswers && isAsker && <Notice>{t('malmo-hour.swap.nobody')}</Notice>}
      {state === 'waiting' && isAsker && (
        <Form>
          <SubmitButton variant="secondary" danger name="answer" value="withdrawn">
            {t('malmo-hour.swap.withdraw')}
          </SubmitButton>
        </Form>
      )}
      {state === 'waiting' && !isAsker && <AnswerForm visit={visit} answered={answered} />}
    </Page>
  )
}

function AnswerForm({ visit: { t }, answered }: { visit: Visit; answered: Answered }) {
  return (
    <Form>
      <Choice
        t={t}
        name="answer"
        label={t('malmo-hour.swap.answer')}
        options={(['yes', 'no'] as const).map((value) => ({
          value,
          label: t(`malmo-hour.swap.say.${value}`),
        }))}
        value={filledAt(answered, 'answer')}
        mistake={mistakeAt(t, answered, 'answer')}
      />
      <TextField
        t={t}
        name="because"
        label={t('malmo-hour.swap.because')}
        hint={t('malmo-hour.swap.because-hint')}
        value={filledAt(answered, 'because')}
        mistake={mistakeAt(t, answered, 'because')}
      />
      <SubmitButton>{t('malmo-hour.swap.answer-button')}</SubmitButton>
    </Form>
  )
}
