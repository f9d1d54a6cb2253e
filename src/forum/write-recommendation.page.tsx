import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage, type Texts } from '#platform/language.ts'
import {
  filledAt,
  Form,
  mistakeAt,
  mistakesInWords,
  Problems,
  problemsOf,
  Select,
  SubmitButton,
  TextField,
  TextsField,
  textsAt,
} from '#platform/ui/form.tsx'
import { Page } from '#platform/ui/page.tsx'
import { Notice } from '#platform/ui/parts.tsx'
import { LongText } from '#platform/ui/text.tsx'
import { BehindIt } from './harvest/behind-it.page.tsx'
import type { FullGroup } from './harvest/load-harvest.ts'
import { type ChangeRefusal, refusalToChange } from './recommendation.rules.ts'
import type { Recommendation } from './recommendations.sql.ts'
import type { EventFacts } from './write-note.page.tsx'

interface Props extends Answered {
  visit: Visit
  event: Pick<EventFacts, 'id' | 'title'>
  receivers: readonly { id: string; name: Texts }[]
  /** The recommendation to change; none for a new one. */
  before?: Recommendation
  /** The id that a new one will have. */
  id: string
  /** What the tables wrote, from which it is worded. */
  from?: FullGroup
  /** Why nothing can be written any more; null while it can. */
  closed: ChangeRefusal | null
}

/** Says so at once; what was written before that came about is kept on the page. */
const isClosed = ({ closed, refusal }: Answered & { closed: ChangeRefusal | null }): boolean =>
  closed !== null && refusal === undefined

/** The way back to the notes of the event that a form belongs to. */
export const trailTo = (visit: Visit, event: Pick<EventFacts, 'id' | 'title'>) => [
  {
    href: visit.to(`/office/events/${event.id}/notes`),
    label: visit.t('forum.note.title', { event: inLanguage(event.title, visit.language) }),
  },
]

export function WriteRecommendationPage(props: Props) {
  const { visit, event, before } = props
  const { t } = visit
  const problems = problemsOf(t, props)
  const number = before?.number ?? 0
  const title = before ? t('forum.recommendation.edit', { number }) : t('forum.recommendation.new')
  return (
    <Page visit={visit} title={title} wrong={problems.length > 0} trail={trailTo(visit, event)}>
      <Problems visit={visit} list={problems} />
      {props.from && <BehindIt visit={visit} groups={[props.from]} level={2} />}
      {isClosed(props) ? (
        <Notice>{t(`forum.refusal.${props.closed ?? 'handed-over'}`)}</Notice>
      ) : (
        <RecommendationFields {...props} />
      )}
    </Page>
  )
}

function RecommendationFields(props: Props) {
  const { visit, receivers, before, id } = props
  const { t, language } = visit
  const known = receiversWith(receivers, before)
  const options = known.map((one) => ({ value: one.id, label: inLanguage(one.name, language) }))
  return (
    <Form>
      <input type="hidden" name="id" value={filledAt(props, 'id') ?? id} />
      {props.from && <input type="hidden" name="group" value={props.from.id} />}
      <TextsField
        t={t}
        name="text"
        label={t('forum.recommendation.text')}
        hint={t('forum.recommendation.text-hint')}
        value={textsAt(props, 'text', before?.text ?? props.from?.title)}
        mistakes={mistakesInWords(t, props)}
        rows={4}
      />
      <Select
        t={t}
        name="receiver"
        label={t('forum.recommendation.receiver')}
        hint={t('forum.recommendation.receiver-hint')}
        none={t('forum.recommendation.receiver-typed')}
        options={options}
        value={props.filled ? filledAt(props, 'receiver') : before?.receiver_organisation_id}
        mistake={mistakeAt(t, props, 'receiver')}
        required={false}
      />
      <TextField
        t={t}
        name="receiverName"
        label={t('forum.recommendation.receiver-name')}
        hint={t('forum.recommendation.receiver-name-hint')}
        value={props.filled ? filledAt(props, 'receiverName') : before?.receiver_name}
        mistake={mistakeAt(t, props, 'receiverName')}
        required={false}
      />
      <SubmitButton>{t('forum.recommendation.save')}</SubmitButton>
    </Form>
  )
}

/** The one it has now stands in the list too, wherever in the directory it belongs. */
function receiversWith(
  receivers: Props['receivers'],
  before: Recommendation | undefined,
): Props['receivers'] {
  const id = before?.receiver_organisation_id
  if (!id || receivers.some((one) => one.id === id)) return receivers
  return [{ id, name: before.organisation_name ?? {} }, ...receivers]
}

interface RemoveProps extends Answered {
  visit: Visit
  event: Pick<EventFacts, 'id' | 'title'>
  recommendation: Recommendation
}

export function RemoveRecommendationPage({ visit, event, recommendation, ...answered }: RemoveProps) {
  const { t } = visit
  const problems = problemsOf(t, answered)
  const closed = refusalToChange(recommendation)
  const title = t('forum.recommendation.remove', { number: recommendation.number })
  return (
    <Page visit={visit} title={title} wrong={problems.length > 0} trail={trailTo(visit, event)}>
      <Problems visit={visit} list={problems} />
      <LongText of={recommendation.text} t={t} />
      {closed ? (
        problems.length === 0 && <Notice>{t(`forum.refusal.${closed}`)}</Notice>
      ) : (
        <>
          <p>{t('forum.recommendation.remove-says')}</p>
          <Form>
            <SubmitButton danger>{t('forum.recommendation.remove-button')}</SubmitButton>
          </Form>
        </>
      )}
    </Page>
  )
}
