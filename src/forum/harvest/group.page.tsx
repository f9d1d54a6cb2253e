import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage } from '#platform/language.ts'
import {
  filledAt,
  Folded,
  Form,
  mistakeAt,
  mistakesInWords,
  Problems,
  problemsOf,
  seenAt,
  Select,
  SubmitButton,
  TextsField,
  textsAt,
  ticked,
} from '#platform/ui/form.tsx'
import { Page } from '#platform/ui/page.tsx'
import { Notice } from '#platform/ui/parts.tsx'
import type { Recommendation } from '../recommendations.sql.ts'
import type { EventFacts } from '../write-note.page.tsx'
import { CardBoxes, cardFacts, CardWords, tablesInWords, TwoTexts } from './card.page.tsx'
import { Outcome } from './group-outcome.page.tsx'
import { cardKinds } from './harvest.rules.ts'
import type { FullGroup } from './load-harvest.ts'

export interface GroupProps extends Answered {
  visit: Visit
  event: EventFacts
  group: FullGroup
  others: readonly FullGroup[]
  recommendations: readonly Recommendation[]
  isApproved: boolean
}

/** One group: what it is called, its cards, and what comes of it. */
export function GroupPage(props: GroupProps) {
  const { visit, event, group, isApproved } = props
  const { t, to, language } = visit
  const problems = problemsOf(t, props)
  const harvest = to(`/office/events/${event.id}/harvest`)
  return (
    <Page
      visit={visit}
      title={inLanguage(group.title, language)}
      lead={`${tablesInWords(visit, group.tables)}.`}
      wrong={problems.length > 0}
      trail={[
        { href: to(`/office/events/${event.id}`), label: inLanguage(event.title, language) },
        { href: harvest, label: t('harvest.name') },
      ]}
    >
      <Problems visit={visit} list={problems} />
      {isApproved ? <AsApproved {...props} /> : <Open {...props} />}
      <Outcome {...props} />
      <p>
        <a href={`${harvest}#group-${group.id}`}>{t('harvest.back')}</a>
      </p>
    </Page>
  )
}

const AsApproved = ({ visit, event, group }: GroupProps) => (
  <>
    <Notice>{visit.t('harvest.approved')}</Notice>
    <ul class="lined-list">
      {group.cards.map((card) => (
        <li>
          <p>
            <CardWords visit={visit} card={card} />
          </p>
          <p class="small quiet">{cardFacts({ visit, card })}</p>
          <TwoTexts visit={visit} eventId={event.id} card={card} />
        </li>
      ))}
    </ul>
  </>
)

function Open(props: GroupProps) {
  const { visit, group } = props
  const { t } = visit
  return (
    <>
      <Form>
        <TextsField
          t={t}
          name="title"
          label={t('harvest.group.title')}
          hint={t('harvest.group.title-hint')}
          value={textsAt(props, 'title', group.title)}
          mistakes={mistakesInWords(t, props)}
        />
        <Select
          t={t}
          name="kind"
          label={t('harvest.group.kind')}
          hint={t('harvest.group.kind-hint')}
          options={cardKinds.map((kind) => ({ value: kind, label: t(`harvest.kind.${kind}`) }))}
          value={filledAt(props, 'kind') ?? group.kind}
          mistake={mistakeAt(t, props, 'kind')}
        />
        <input type="hidden" name="seen" value={seenAt(props, group.changed_at)} />
        <SubmitButton name="do" value="name">
          {t('harvest.group.save')}
        </SubmitButton>
      </Form>
      <CardsIn {...props} />
    </>
  )
}

/** Its cards, to take out or to move. */
function CardsIn(props: GroupProps) {
  const { visit, event, group, others } = props
  const { t, language } = visit
  return (
    <section class="stack" aria-labelledby="cards">
      <h2 id="cards">{t('harvest.group.cards', { count: group.cards.length })}</h2>
      <Form>
        <CardBoxes
          {...{ visit, eventId: event.id, cards: group.cards }}
          ticked={new Set(ticked(props, 'card'))}
          part="in"
        />
        {others.length > 0 && (
          <>
            <Select
              t={t}
              name="to"
              label={t('harvest.into')}
              options={others.map(({ id, title }) => ({ value: id, label: inLanguage(title, language) }))}
              value={filledAt(props, 'to')}
            />
            <SubmitButton name="do" value="move" variant="secondary">
              {t('harvest.group.move')}
            </SubmitButton>
          </>
        )}
        <SubmitButton name="do" value="take-out" variant="secondary">
          {t('harvest.group.take-out')}
        </SubmitButton>
      </Form>
      {group.recommendation_id === null && (
        <Folded summary={t('harvest.group.apart')}>
          <p>{t('harvest.group.apart-says')}</p>
          <Form>
            <SubmitButton name="do" value="apart" danger>
              {t('harvest.group.apart-button')}
            </SubmitButton>
          </Form>
        </Folded>
      )}
    </section>
  )
}
