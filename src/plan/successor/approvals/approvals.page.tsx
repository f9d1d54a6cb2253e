import { dateInWords } from '#platform/dates.ts'
import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage, type Texts } from '#platform/language.ts'
import { datePlus, localDate } from '#platform/time.ts'
import {
  filledAt,
  Form,
  mistakeAt,
  mistakesInWords,
  Problems,
  problemsOf,
  SubmitButton,
  TextField,
  TextsField,
  textsAt,
} from '#platform/ui/form.tsx'
import { Page } from '#platform/ui/page.tsx'
import { Actions, Facts, LinkButton, Notice, Tag } from '#platform/ui/parts.tsx'
import { Text } from '#platform/ui/text.tsx'
import { type Making, nobodysIn } from '../load-facts.ts'
import { pathTrail } from '../office.page.tsx'
import { obstacles, type ProposeRefusal } from '../successor.rules.ts'

interface Props extends Answered {
  visit: Visit
  making: Making
  /** The parties that decide, and what each has said of the version that lies before them. */
  parties: readonly { id: string; name: Texts; answer: 'yes' | 'no' | null }[]
}

const answerDays = 28

/** Where the whole plan is put before the parties; what stands in the way is listed until nothing does. */
export function ApprovalsPage(props: Props) {
  const { visit, making } = props
  const { t } = visit
  const { successor, facts } = making
  const problems = problemsOf(t, props)
  const stand = obstacles(facts)
  return (
    <Page
      visit={visit}
      title={t('successor.approve.title')}
      lead={t('successor.approve.lead')}
      trail={pathTrail(visit)}
      wrong={problems.length > 0}
    >
      <Problems visit={visit} list={problems} />
      {facts.isAdopted && (
        <Notice kind="good" title={t('successor.approve.adopted')}>
          <p>
            <a href={visit.to(successor.told_at ? `/office/news/${successor.id}` : '/office/news')}>
              {t('successor.approve.news')}
            </a>
          </p>
        </Notice>
      )}
      {facts.revision === 'refused' && !facts.isAdopted && (
        <Notice kind="late" title={t('successor.approve.was-refused')}>
          <p>
            <Text of={successor.no_reason ?? {}} t={t} />
          </p>
        </Notice>
      )}
      {facts.revision === 'proposed' && !facts.isAdopted && <BeforeParties {...props} />}
      {facts.revision !== 'proposed' && !facts.isAdopted && stand.length > 0 && (
        <section class="stack" aria-labelledby="obstacles">
          <h2 id="obstacles">{t('successor.approve.before')}</h2>
          <ul>
            {stand.map((one) => (
              <li>
                {t(`successor.obstacle.${one}`)}{' '}
                <a href={visit.to(wayTo(one, successor.revision_number))}>
                  {t(`successor.obstacle-go.${one}`)}
                </a>
                {one === 'nobodys' && <Nobodys visit={visit} making={making} />}
              </li>
            ))}
          </ul>
        </section>
      )}
      {stand.length === 0 && <AskParties {...props} />}
    </Page>
  )
}

/** Each that nobody is there to keep, and the way to give it another owner. */
const Nobodys = ({ visit, making }: Pick<Props, 'visit' | 'making'>) => (
  <ul>
    {nobodysIn(making, localDate(visit.now)).map(({ id, title }) => (
      <li>
        <a href={visit.to(`/office/next-plan/draft/${id}`)}>{inLanguage(title, visit.language)}</a>
      </li>
    ))}
  </ul>
)

/** Where it can be seen to. */
function wayTo(obstacle: ProposeRefusal, revision: number | null): string {
  const ways: Record<ProposeRefusal, string> = {
    adopted: '/plan',
    'proposed-already': `/plan/revisions/${revision}`,
    unanswered: '/office/next-plan/commitments',
    'to-gather': '/office/next-plan/gather',
    'no-words': '/office/next-plan/draft',
    'no-commitments': '/office/next-plan/draft',
    'missing-from-draft': '/office/next-plan/draft',
    nobodys: '/office/next-plan/draft',
    'not-consulted': '/office/next-plan/consultation',
    'round-open': '/office/next-plan/consultation',
    'to-read': '/office/next-plan/comments',
    'to-answer': '/office/next-plan/comments',
  }
  return ways[obstacle]
}

function AskParties(props: Props) {
  const { visit, making } = props
  const { t } = visit
  const { successor } = making
  return (
    <Form>
      <TextField
        t={t}
        name="decide_by"
        type="date"
        label={t('successor.approve.decide-by')}
        value={filledAt(props, 'decide_by') ?? datePlus(localDate(visit.now), answerDays)}
        mistake={mistakeAt(t, props, 'decide_by')}
      />
      <TextsField
        t={t}
        name="reason"
        label={t('successor.approve.reason')}
        value={textsAt(props, 'reason', successor.lead)}
        mistakes={mistakesInWords(t, props)}
        rows={3}
      />
      <SubmitButton>{t('successor.approve.button')}</SubmitButton>
    </Form>
  )
}

function BeforeParties({ visit, making, parties }: Props) {
  const { t, language } = visit
  const { successor } = making
  const at = `/office/revisions/${successor.revision_number}`
  const date = successor.decide_by ? dateInWords(language, successor.decide_by) : ''
  return (
    <>
      <p>{t('successor.remains.approve-proposed', { date })}</p>
      <Facts
        rows={parties.map(({ name, answer }) => [
          inLanguage(name, language),
          <Tag kind={answer === 'yes' ? 'good' : 'waiting'}>
            {t(`successor.approve.said-${answer ?? 'nothing'}`)}
          </Tag>,
        ])}
      />
      <Actions>
        <LinkButton href={visit.to(`${at}/answer`)}>{t('successor.approve.answer')}</LinkButton>
        <LinkButton href={visit.to(`/plan/revisions/${successor.revision_number}`)} variant="secondary">
          {t('successor.approve.read')}
        </LinkButton>
      </Actions>
    </>
  )
}
