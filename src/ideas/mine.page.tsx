import type { Child } from 'hono/jsx'
import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import {
  Folded,
  Form,
  filledAt,
  LongTextField,
  mistakeAt,
  Problems,
  problemsOf,
  SubmitButton,
} from '#platform/ui/form.tsx'
import { Page } from '#platform/ui/page.tsx'
import { LinkButton, Notice } from '#platform/ui/parts.tsx'
import { LongText, Text } from '#platform/ui/text.tsx'
import { refusalToWithdraw } from './idea.rules.ts'
import { IdeaBody, type LoadedIdea } from './idea.page.tsx'
import { Made, Steps } from './way.page.tsx'
import { refusalToAppeal } from './moderation.rules.ts'
import type { Decided } from './moderation.sql.ts'
import { ideasTrail, IdeaTag } from './standing.page.tsx'
import type { VoiceRow } from './tables.ts'

type Props = Answered &
  LoadedIdea & { visit: Visit; voice: VoiceRow; decisions: readonly Decided[]; token: string }

/** The page behind the link in mails: how it goes, and what somebody may do about it. */
export function MinePage({ visit, voice, decisions, token, ...loaded }: Props) {
  const { t, to } = visit
  const { idea, steps, made, joined } = loaded
  const problems = problemsOf(t, loaded)
  const isAuthor = voice.kind === 'author'
  return (
    <Page
      visit={visit}
      title={t(isAuthor ? 'ideas.mine.title' : 'ideas.mine.title-support')}
      lead={<span lang={idea.language}>{idea.what}</span>}
      trail={ideasTrail(visit)}
      wrong={problems.length > 0}
    >
      <Problems visit={visit} list={problems} />
      {voice.confirmed_at ? (
        <WhereItStands visit={visit} idea={idea} isAuthor={isAuthor} left={voice.left_at !== null} />
      ) : (
        <Confirm visit={visit} kind={isAuthor ? 'idea' : 'support'} />
      )}
      {isAuthor && <Decision visit={visit} latest={decisions.at(-1) ?? null} answered={loaded} />}
      {isAuthor && idea.standing !== 'shown' && (
        <IdeaBody visit={visit} idea={idea} file={`/ideas/mine/${token}/file`} />
      )}
      <Steps visit={visit} steps={steps} />
      <Made visit={visit} made={made} />
      {idea.standing === 'shown' && (
        <p>
          <LinkButton href={to(`/ideas/${idea.number}`)} variant="secondary">
            {t('ideas.mine.public')}
          </LinkButton>
        </p>
      )}
      {voice.confirmed_at && <MayDo visit={visit} voice={voice} idea={idea} joined={joined.length} />}
    </Page>
  )
}

interface May {
  visit: Visit
  voice: VoiceRow
  idea: LoadedIdea['idea']
  joined: number
}

/** Stop the mails, leave, take the idea back. */
function MayDo({ visit: { t }, voice, idea, joined }: May) {
  const isAuthor = voice.kind === 'author'
  return (
    <>
      {voice.email && <Do what="stop">{t('ideas.mine.stop')}</Do>}
      {!isAuthor && !voice.left_at && <Do what="leave">{t('ideas.mine.leave')}</Do>}
      {isAuthor && refusalToWithdraw(idea, joined) === null && (
        <Folded summary={t('ideas.mine.withdraw')}>
          <p>{t('ideas.mine.withdraw-says')}</p>
          <Do what="withdraw" danger>
            {t('ideas.mine.withdraw-button')}
          </Do>
        </Folded>
      )}
    </>
  )
}

interface Stands {
  visit: Visit
  idea: LoadedIdea['idea']
  isAuthor: boolean
  left: boolean
}

function WhereItStands({ visit: { t, ...visit }, idea, isAuthor, left }: Stands) {
  const key = left ? 'left' : isAuthor ? idea.standing : 'supporter'
  return (
    <>
      <p>{idea.standing === 'shown' && <IdeaTag visit={{ t, ...visit }} idea={idea} />}</p>
      <p>{t(`ideas.mine.says-${key}`, { days: idea.promised_days ?? 0 })}</p>
      {isAuthor && idea.standing === 'waiting' && idea.held_for && (
        <Notice kind="waiting">{t(`ideas.held.${idea.held_for}`)}</Notice>
      )}
    </>
  )
}

/** Why it is not shown, and the one appeal there is. */
function Decision({ visit, latest, answered }: { visit: Visit; latest: Decided | null; answered: Answered }) {
  const { t } = visit
  if (latest?.kind !== 'refused' && latest?.kind !== 'taken-down') return null
  const mayAppeal = refusalToAppeal({ ...latest, appealed: latest.appealed_at !== null }) === null
  return (
    <section class="stack" aria-labelledby="decision">
      <h2 id="decision">{t('moderation.mine.title')}</h2>
      <p>
        <strong>{t(`moderation.reason.${latest.reason}`)}</strong>
      </p>
      {latest.words && <LongText of={latest.words} t={t} />}
      <p class="small quiet">
        {t('moderation.mine.by')} <Text of={latest.party} t={t} />
      </p>
      {mayAppeal && (
        <Form>
          <h3>{t('moderation.appeal.title')}</h3>
          <p>{t('moderation.appeal.says')}</p>
          <LongTextField
            t={t}
            name="words"
            required
            label={t('moderation.appeal.words')}
            value={filledAt(answered, 'words')}
            mistake={mistakeAt(t, answered, 'words')}
          />
          <SubmitButton name="do" value="appeal">
            {t('moderation.appeal.button')}
          </SubmitButton>
        </Form>
      )}
      {latest.appealed_at && !latest.answered_at && (
        <Notice kind="waiting">{t('moderation.appeal.waiting')}</Notice>
      )}
      {latest.answer && (
        <>
          <h3>{t('moderation.appeal.answer')}</h3>
          <LongText of={latest.answer} t={t} />
        </>
      )}
    </section>
  )
}

/** Mail programs open links by themselves, so a link alone does nothing: a button does. */
const Do = ({ what, danger = false, children }: { what: string; danger?: boolean; children?: Child }) => (
  <Form>
    <SubmitButton
      variant={what === 'confirm' ? 'primary' : 'secondary'}
      danger={danger}
      name="do"
      value={what}
    >
      {children}
    </SubmitButton>
  </Form>
)

const Confirm = ({ visit: { t }, kind }: { visit: Visit; kind: string }) => (
  <>
    <p>{t(`ideas.mine.confirm-says-${kind}`)}</p>
    <Do what="confirm">{t('ideas.mine.confirm')}</Do>
  </>
)

/** Behind the link of a report: one button. */
export const ReporterPage = ({ visit, confirmed }: { visit: Visit; confirmed: boolean }) => (
  <Page visit={visit} title={visit.t('moderation.report.mine')} trail={ideasTrail(visit)}>
    {confirmed ? (
      <p>{visit.t('moderation.report.confirmed')}</p>
    ) : (
      <Do what="confirm">{visit.t('ideas.mine.confirm')}</Do>
    )}
  </Page>
)

/** A link that is broken, too old, or about what was forgotten. */
export const OldIdeaLinkPage = ({ visit }: { visit: Visit }) => (
  <Page
    visit={visit}
    title={visit.t('ideas.old-link.title')}
    lead={visit.t('ideas.old-link.lead')}
    trail={ideasTrail(visit)}
  >
    <LinkButton href={visit.to('/ideas')}>{visit.t('ideas.sent.all')}</LinkButton>
  </Page>
)
