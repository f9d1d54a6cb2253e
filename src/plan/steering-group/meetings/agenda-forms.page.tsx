import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage } from '#platform/language.ts'
import { filledAt, mistakesInWords, Select, TextField, TextsField, textsAt } from '#platform/ui/form.tsx'
import type { AboutThing } from './about.sql.ts'
import type { LoadedMeeting } from './load-meeting.ts'
import { MeetingForm } from './meeting-forms.page.tsx'
import { thingName } from './meeting-parts.page.tsx'

type AgendaProps = Answered & { visit: Visit; loaded: LoadedMeeting; things: readonly AboutThing[] }

const AboutField = (props: AgendaProps) => (
  <Select
    t={props.visit.t}
    name="about"
    label={props.visit.t('steering-group.item.about')}
    hint={props.visit.t('steering-group.item.about-hint')}
    none={props.visit.t('steering-group.item.about-nothing')}
    required={false}
    value={filledAt(props, 'about')}
    options={props.things.map((one) => ({
      value: `${one.kind}:${one.id}`,
      label: thingName(props.visit, one),
    }))}
  />
)

/** Puts something on the agenda. */
export function ItemPage(props: AgendaProps) {
  const { t } = props.visit
  return (
    <MeetingForm
      {...props}
      title={t('steering-group.item.new')}
      lead={t('steering-group.item.lead')}
      button={t('steering-group.item.button')}
    >
      <input type="hidden" name="id" value={filledAt(props, 'id')} />
      <TextsField
        t={t}
        name="title"
        label={t('steering-group.item.title')}
        value={textsAt(props, 'title')}
        mistakes={mistakesInWords(t, props)}
      />
      <AboutField {...props} />
    </MeetingForm>
  )
}

/** Writes down what was decided. */
export function DecisionPage(props: AgendaProps) {
  const { visit, loaded } = props
  const { t, language } = visit
  return (
    <MeetingForm
      {...props}
      title={t('steering-group.decision.new')}
      lead={t('steering-group.decision.lead')}
      button={t('steering-group.decision.button')}
    >
      <input type="hidden" name="id" value={filledAt(props, 'id')} />
      <TextsField
        t={t}
        name="words"
        label={t('steering-group.decision.words')}
        value={textsAt(props, 'words')}
        mistakes={mistakesInWords(t, props)}
        rows={3}
      />
      <Select
        t={t}
        name="item"
        label={t('steering-group.decision.item')}
        none={t('steering-group.decision.no-item')}
        required={false}
        value={filledAt(props, 'item')}
        options={loaded.items.map((one) => ({
          value: one.id,
          label: `${one.position}. ${inLanguage(one.title, language)}`,
        }))}
      />
      <AboutField {...props} />
    </MeetingForm>
  )
}

/** What the group recommends of a year's proposals, in its order. */
export function WeighPage(
  props: Answered & { visit: Visit; loaded: LoadedMeeting; item: LoadedMeeting['items'][number] },
) {
  const { visit, loaded, item } = props
  const { t, language } = visit
  const proposals = loaded.proposals.get(Number(item.about_id)) ?? []
  return (
    <MeetingForm
      {...props}
      title={t('steering-group.weigh.title', { year: item.about_id ?? '' })}
      lead={t('steering-group.weigh.lead')}
      button={t('steering-group.weigh.button')}
    >
      {proposals.map((one) => {
        const before = loaded.weighings.find((row) => row.item_id === item.id && row.proposal_id === one.id)
        return (
          <TextField
            t={t}
            name={`place-${one.id}`}
            label={inLanguage(one.title, language)}
            type="number"
            min={1}
            size={4}
            required={false}
            value={filledAt(props, `place-${one.id}`) ?? before?.place}
          />
        )
      })}
    </MeetingForm>
  )
}
