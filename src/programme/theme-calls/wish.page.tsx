import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import { Form, Problems, problemsOf, SubmitButton } from '#platform/ui/form.tsx'
import { Page } from '#platform/ui/page.tsx'
import { Actions, Card, LinkButton, Notice } from '#platform/ui/parts.tsx'
import type { Call } from './calls.sql.ts'
import type { LinkedSupport } from './proposals.sql.ts'
import { callTrail } from './take-part.page.tsx'
import { isSet, refusalToTakeBack } from './theme-call.rules.ts'

interface Props extends Answered {
  visit: Visit
  call: Call
  wish: LinkedSupport
  /** How many second the proposal. */
  seconders: number
}

/** Where a mailed link leads: the owner of the address says that it was them, and may think otherwise later. */
export function WishPage(props: Props) {
  const { visit, call, wish } = props
  const { t } = visit
  const problems = problemsOf(t, props)
  const isConfirmed = wish.confirmed_at !== null
  return (
    <Page
      visit={visit}
      title={t(`theme-calls.wish.${wish.kind}`)}
      trail={callTrail(visit, call)}
      wrong={problems.length > 0}
    >
      <Problems visit={visit} list={problems} />
      {isConfirmed && (
        <Notice kind="good" live>
          {t(`theme-calls.wish.${wish.kind}-confirmed`)}
        </Notice>
      )}
      <Card tinted>
        <p lang={wish.written_in}>
          <strong>{wish.title}</strong>
        </p>
      </Card>
      {isConfirmed ? <Afterwards {...props} /> : <Question {...props} />}
    </Page>
  )
}

const Question = ({ visit, wish }: Props) => (
  <Form>
    <SubmitButton name="do" value="confirm">
      {visit.t(`theme-calls.wish.${wish.kind}-button`)}
    </SubmitButton>
  </Form>
)

function Afterwards({ visit, call, wish, seconders }: Props) {
  const { t } = visit
  const refusal = refusalToTakeBack({ kind: wish.kind, seconders }, call, isSet(call), visit.now)
  const news = wish.wants_news === 1 ? 'quiet' : 'tell'
  return (
    <>
      {call.decided_at === null && (
        <>
          <p>{t(`theme-calls.wish.${news === 'quiet' ? 'is-told' : 'is-not-told'}`)}</p>
          <Form>
            <Actions>
              <SubmitButton variant="secondary" name="do" value={news}>
                {t(`theme-calls.wish.${news}`)}
              </SubmitButton>
              {refusal === null && (
                <SubmitButton variant="secondary" danger name="do" value="take-back">
                  {t(`theme-calls.wish.take-back-${wish.kind}`)}
                </SubmitButton>
              )}
            </Actions>
          </Form>
          {refusal === 'others-behind' && <p class="quiet">{t('theme-calls.refusal.others-behind')}</p>}
        </>
      )}
      <LinkButton href={visit.to(`/themes/${call.id}`)} variant="secondary">
        {t('theme-calls.asked.back')}
      </LinkButton>
    </>
  )
}

/** A link that is not whole, or was replaced by a newer one, or whose wish is gone. */
export const OldWishPage = ({ visit }: { visit: Visit }) => (
  <Page
    visit={visit}
    title={visit.t('theme-calls.wish.old-title')}
    lead={visit.t('theme-calls.wish.old-lead')}
  >
    <LinkButton href={visit.to('/series')}>{visit.t('programme.series.title')}</LinkButton>
  </Page>
)
