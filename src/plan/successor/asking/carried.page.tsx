import { nameAtStart } from '#platform/language-words.ts'
import type { Visit } from '#platform/http.ts'
import { Page } from '#platform/ui/page.tsx'
import { Actions, Empty, LinkButton, Notice, Tag, type TagKind } from '#platform/ui/parts.tsx'
import { Text } from '#platform/ui/text.tsx'
import { StandingTag, standingToday } from '../../standing.page.tsx'
import { pathTrail } from '../office.page.tsx'
import type { Fate } from './carry.rules.ts'
import type { Carried } from './load-carried.ts'

const kinds: Record<Fate, TagKind> = {
  finished: 'plain',
  unanswered: 'late',
  continue: 'good',
  change: 'waiting',
  end: 'stopped',
}
const order: readonly Fate[] = ['unanswered', 'change', 'continue', 'end', 'finished']

interface Props {
  visit: Visit
  carried: readonly Carried[]
  /** Where a coordinator answers for a commitment; without it, the list is everybody's. */
  answerAt?: ((number: number) => string) | undefined
}

/** What becomes of each commitment of the plan that ends; what nobody has answered for stands first. */
function CarriedList({ visit, carried, answerAt }: Props) {
  const { t } = visit
  if (carried.length === 0) return <Empty>{t('successor.carried.none')}</Empty>
  return (
    <>
      {order.map((fate) => {
        const list = carried.filter((one) => one.fate === fate)
        if (list.length === 0) return null
        return (
          <section class="stack" aria-labelledby={`fate-${fate}`}>
            <h2 id={`fate-${fate}`}>{t(`successor.fate.${fate}`, { count: list.length })}</h2>
            <ul class="lined-list">
              {list.map((one) => (
                <One visit={visit} one={one} answerAt={answerAt} />
              ))}
            </ul>
          </section>
        )
      })}
    </>
  )
}

function One({ visit, one, answerAt }: Omit<Props, 'carried'> & { one: Carried }) {
  const { t } = visit
  const { commitment, fate } = one
  return (
    <li class="stack-tight">
      <p>
        <a href={visit.to(`/plan/commitments/${commitment.number}`)}>
          {commitment.number}. <Text of={commitment.title} t={t} />
        </a>
      </p>
      <p class="row">
        <StandingTag visit={visit} standing={standingToday(visit, commitment)} />
        <Tag kind={kinds[fate]}>{t(`successor.fate-one.${fate}`)}</Tag>
      </p>
      {fate !== 'finished' && <Said visit={visit} one={one} />}
      {answerAt && fate !== 'finished' && (
        <p>
          <a href={visit.to(answerAt(commitment.number))}>
            {t('successor.carried.open', { number: commitment.number })}
          </a>
        </p>
      )}
    </li>
  )
}

/** Each owner, and what they say; silence is said too. */
export function Said({ visit, one }: { visit: Visit; one: Carried }) {
  const { t, language } = visit
  return (
    <ul class="plain-list">
      {one.owners.map(({ id, name }) => {
        const answer = one.answers.find(({ owner_id }) => owner_id === id)
        const owner = nameAtStart(name, language)
        return (
          <li>
            {answer
              ? t(`successor.said.${answer.answer}`, { owner })
              : t('successor.said.nothing', { owner })}
            {answer && Object.keys(answer.reason).length > 0 && (
              <>
                {' '}
                <q>
                  <Text of={answer.reason} t={t} />
                </q>
              </>
            )}
          </li>
        )
      })}
      {one.endings.map(({ reason }) => (
        <li>
          {t('successor.said.party-ends')}{' '}
          <q>
            <Text of={reason} t={t} />
          </q>
        </li>
      ))}
    </ul>
  )
}

/** The office's list: what becomes of what was promised. */
export function OfficeCarriedPage({
  visit,
  carried,
  silent,
  done,
}: Props & { silent: number; done: string | undefined }) {
  const { t } = visit
  return (
    <Page
      visit={visit}
      title={t('successor.carried.title')}
      lead={t('successor.carried.lead')}
      trail={pathTrail(visit)}
      wide
    >
      {done && (
        <Notice kind="good" live>
          {/^\d+$/.test(done) ? t('successor.ask.sent', { count: Number(done) }) : t('successor.saved')}
        </Notice>
      )}
      {silent > 0 && (
        <Actions>
          <LinkButton href={visit.to('/office/next-plan/commitments/ask')} variant="secondary">
            {t('successor.ask.go', { count: silent })}
          </LinkButton>
        </Actions>
      )}
      <CarriedList
        visit={visit}
        carried={carried}
        answerAt={(number) => `/office/next-plan/commitments/${number}`}
      />
    </Page>
  )
}

/** The same for everybody. */
export function PublicCarriedPage({ visit, carried }: Props) {
  const { t } = visit
  return (
    <Page
      visit={visit}
      title={t('successor.carried.title')}
      lead={t('successor.carried.public-lead')}
      trail={[{ href: visit.to('/plan/next'), label: t('successor.title') }]}
    >
      <CarriedList visit={visit} carried={carried} />
    </Page>
  )
}
