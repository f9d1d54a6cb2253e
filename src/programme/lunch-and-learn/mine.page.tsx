import type { Child } from 'hono/jsx'
import type { Visit } from '#platform/http.ts'
import { inLanguage } from '#platform/language.ts'
import { Form, Problems, SubmitButton } from '#platform/ui/form.tsx'
import { Page } from '#platform/ui/page.tsx'
import { LinkButton, Notice } from '#platform/ui/parts.tsx'
import { Text } from '#platform/ui/text.tsx'
import { isPublic, waits } from './need.rules.ts'
import type { Need, StepTaken } from './needs.sql.ts'
import type { Offer } from './offers.sql.ts'
import { seriesTrail } from './queue.page.tsx'
import { NeedTag } from './standing.page.tsx'
import type { VoiceRow } from './tables.ts'

interface Props {
  visit: Visit
  refusal?: string
}

/** The own page of somebody who stands behind a need: where it is confirmed, and where it ends. */
export function OwnVoicePage(props: Props & { voice: VoiceRow; need: Need; steps: readonly StepTaken[] }) {
  const { visit, voice, need, steps } = props
  const { t } = visit
  const state = voice.left_at ? 'left' : voice.confirmed_at ? voice.kind : `confirm-${voice.kind}`
  const reason =
    need.state === 'turned-down' ? steps.findLast((step) => step.state === need.state)?.words : null
  return (
    <Own {...props} title={t(`lunch-and-learn.mine.${state}`)}>
      <p>
        <strong>
          <Text of={need.words} t={t} />
        </strong>
      </p>
      {voice.confirmed_at && (
        <p>
          <NeedTag visit={visit} need={need} /> {t(`lunch-and-learn.says.${need.state}`)}
        </p>
      )}
      {reason && <p>{inLanguage(reason, visit.language)}</p>}
      {!voice.confirmed_at && !voice.left_at && (
        <Do what="confirm" primary>
          {t('lunch-and-learn.mine.confirm')}
        </Do>
      )}
      {isPublic(need) && (
        <p>
          <a href={visit.to(`/needs/${need.number}`)}>{t('lunch-and-learn.mine.see')}</a>
        </p>
      )}
      {voice.confirmed_at && !voice.left_at && <Ends visit={visit} voice={voice} need={need} />}
    </Own>
  )
}

function Ends({ visit: { t }, voice, need }: { visit: Visit; voice: VoiceRow; need: Need }) {
  const mayLeave = waits(need.state) || need.state === 'new'
  return (
    <>
      {voice.email === null ? (
        <Notice>{t('lunch-and-learn.mine.no-mails')}</Notice>
      ) : (
        <Do what="stop">{t('lunch-and-learn.mine.stop')}</Do>
      )}
      {mayLeave && (
        <>
          <p>{t(`lunch-and-learn.mine.leave-says-${voice.kind}`)}</p>
          <Do what="leave">{t(`lunch-and-learn.mine.leave-${voice.kind}`)}</Do>
        </>
      )}
    </>
  )
}

/** The own page of whoever offered to speak. */
export function OwnOfferPage(props: Props & { offer: Offer }) {
  const { visit, offer } = props
  const { t } = visit
  const state = offer.confirmed_at ? offer.state : 'unconfirmed'
  const isOpen = offer.state === 'new' || offer.state === 'open'
  return (
    <Own {...props} title={t(`lunch-and-learn.mine.offer-${state}`)}>
      <p>
        <strong>{offer.topic}</strong>
      </p>
      {offer.reason && <p>{inLanguage(offer.reason, visit.language)}</p>}
      {!offer.confirmed_at && (
        <Do what="confirm" primary>
          {t('lunch-and-learn.mine.confirm')}
        </Do>
      )}
      {offer.confirmed_at && isOpen && <Do what="leave">{t('lunch-and-learn.mine.take-back')}</Do>}
    </Own>
  )
}

/** Mail programs open links by themselves, so a link alone does nothing: a button does. */
const Do = ({ what, primary = false, children }: { what: string; primary?: boolean; children?: Child }) => (
  <Form>
    <SubmitButton variant={primary ? 'primary' : 'secondary'} name="do" value={what}>
      {children}
    </SubmitButton>
  </Form>
)

const Own = ({ visit, title, refusal, children }: Props & { title: string; children?: Child }) => (
  <Page visit={visit} title={title} trail={seriesTrail(visit, true)} wrong={refusal !== undefined}>
    {refusal && <Problems visit={visit} list={[{ text: visit.t(refusal) }]} />}
    {children}
  </Page>
)

/** A link that is broken, too old, or about what was forgotten. */
export const OldNeedLinkPage = ({ visit }: { visit: Visit }) => (
  <Page
    visit={visit}
    title={visit.t('lunch-and-learn.old-link.title')}
    lead={visit.t('lunch-and-learn.old-link.lead')}
    trail={seriesTrail(visit, true)}
  >
    <LinkButton href={visit.to('/needs')}>{visit.t('lunch-and-learn.sent.queue')}</LinkButton>
  </Page>
)
