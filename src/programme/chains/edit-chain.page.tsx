import { shortDate } from '#platform/dates.ts'
import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage } from '#platform/language.ts'
import {
  Choice,
  filledAt,
  Folded,
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
import { Empty, Notice } from '#platform/ui/parts.tsx'
import { Text } from '#platform/ui/text.tsx'
import type { EventLine, ProgrammeEvent } from '../events.sql.ts'
import { eventTrail } from '../office-event.page.tsx'
import { ChainLine } from './chain.page.tsx'
import type { Chain, ChainStep } from './load-chain.ts'

interface Props extends Answered {
  visit: Visit
  event: ProgrammeEvent
  chain: Chain
  /** What may be put before it, and what after it. */
  earlier: readonly EventLine[]
  later: readonly EventLine[]
  /** A new survey's id. */
  newId: string
  done?: 'linked' | 'unlinked' | undefined
}

/** Where those who look after an event say what it follows from, and what follows from it. */
export function EditChainPage(props: Props) {
  const { visit, event, chain, done } = props
  const { t, language } = visit
  const problems = problemsOf(t, props)
  return (
    <Page
      visit={visit}
      title={t('chains.edit.title', { event: inLanguage(event.title, language) })}
      heading={t('chains.edit.heading')}
      lead={t('chains.edit.lead')}
      trail={eventTrail(visit, event)}
      wrong={problems.length > 0}
    >
      <Problems visit={visit} list={problems} />
      {done && (
        <Notice kind="good" live>
          {t(`chains.done.${done}`)}
        </Notice>
      )}
      {chain.steps.length > 1 ? (
        <ChainLine visit={visit} steps={chain.steps} here={event.id} />
      ) : (
        <Empty>{t('chains.edit.none')}</Empty>
      )}
      <Neighbours visit={visit} event={event} chain={chain} />
      <LinkForm {...props} side="before" events={props.earlier} />
      <LinkForm {...props} side="after" events={props.later} />
      <SurveyFields {...props} />
    </Page>
  )
}

/** What is linked with this very event, each with a button that takes them apart. */
function Neighbours({ visit, event, chain }: Pick<Props, 'visit' | 'event' | 'chain'>) {
  const { t } = visit
  const isNeighbour = ({ id }: ChainStep): boolean =>
    chain.links.some(
      ({ from_step, to_step }) =>
        (from_step === id && to_step === event.id) || (from_step === event.id && to_step === id),
    )
  const all = chain.steps.filter(isNeighbour)
  if (all.length === 0) return null
  return (
    <section class="stack" aria-labelledby="neighbours">
      <h2 id="neighbours">{t('chains.edit.neighbours')}</h2>
      <ul class="lined-list">
        {all.map(({ id, event: other, survey }) => (
          <li class="row spread">
            <Text of={(other ?? survey)?.title ?? {}} t={t} />
            <Form>
              <input type="hidden" name="other" value={id} />
              <SubmitButton variant="secondary" name="do" value="unlink">
                {t('chains.edit.unlink')}
                <span class="unseen">
                  {' '}
                  <Text of={(other ?? survey)?.title ?? {}} t={t} />
                </span>
              </SubmitButton>
            </Form>
          </li>
        ))}
      </ul>
    </section>
  )
}

interface LinkProps extends Props {
  side: 'before' | 'after'
  events: readonly EventLine[]
}

function LinkForm(props: LinkProps) {
  const { visit, side, events } = props
  const { t, language } = visit
  if (events.length === 0) return null
  const isSent = filledAt(props, 'side') === side
  return (
    <Form>
      <input type="hidden" name="side" value={side} />
      <Select
        t={t}
        name={`other-${side}`}
        label={t(`chains.edit.link-${side}`)}
        none={t('chains.edit.choose')}
        value={isSent ? filledAt(props, `other-${side}`) : undefined}
        mistake={mistakeAt(t, props, `other-${side}`)}
        options={events.map((one) => ({
          value: one.id,
          label: `${shortDate(language, one.starts_at)} · ${inLanguage(one.title, language)}`,
        }))}
      />
      <SubmitButton variant="secondary" name="do" value="link">
        {t(`chains.edit.button-${side}`)}
      </SubmitButton>
    </Form>
  )
}

function SurveyFields(props: Props) {
  const { t } = props.visit
  const isOpen = filledAt(props, 'id') !== undefined
  return (
    <Folded summary={t('chains.edit.survey')} open={isOpen}>
      <p>{t('chains.edit.survey-lead')}</p>
      <Form>
        <input type="hidden" name="id" value={filledAt(props, 'id') ?? props.newId} />
        <TextsField
          t={t}
          name="title"
          label={t('chains.field.title')}
          value={textsAt(props, 'title')}
          mistakes={mistakesInWords(t, props)}
        />
        <TextField
          t={t}
          name="on_date"
          type="date"
          label={t('chains.field.on_date')}
          value={filledAt(props, 'on_date')}
          mistake={mistakeAt(t, props, 'on_date')}
        />
        <TextField
          t={t}
          name="url"
          type="url"
          label={t('chains.field.url')}
          required={false}
          value={filledAt(props, 'url')}
          mistake={mistakeAt(t, props, 'url')}
        />
        <Choice
          t={t}
          name="side"
          label={t('chains.field.side')}
          value={filledAt(props, 'side') ?? 'before'}
          mistake={mistakeAt(t, props, 'side')}
          options={(['before', 'after'] as const).map((value) => ({
            value,
            label: t(`chains.side.${value}`),
          }))}
        />
        <SubmitButton variant="secondary" name="do" value="survey">
          {t('chains.edit.survey-button')}
        </SubmitButton>
      </Form>
    </Folded>
  )
}
