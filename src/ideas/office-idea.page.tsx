import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import { Form, Problems, problemsOf, Select, SubmitButton } from '#platform/ui/form.tsx'
import { Page } from '#platform/ui/page.tsx'
import { Empty, Notice, Tag } from '#platform/ui/parts.tsx'
import { Text } from '#platform/ui/text.tsx'
import { AnswerForm, JoinForms } from './office-answer.page.tsx'
import { IdeaBody, type LoadedIdea } from './idea.page.tsx'
import { Made, Steps } from './way.page.tsx'
import { isOpen } from './idea.rules.ts'
import type { LedToKind } from './led-to.rules.ts'
import { MadeNow, MakeAgain } from './office-made.page.tsx'
import { MakeForms } from './office-make.page.tsx'
import { AppealForms, ModerateForms } from './office-moderate.page.tsx'
import { OfficeIdeaLink, officeTrail } from './office-ideas.page.tsx'
import type { Decided, Report } from './moderation.sql.ts'
import type { Idea } from './ideas.sql.ts'
import type { Officer, PlacesToMake } from './places-to-make.sql.ts'
import type { Prepared } from './prepared.rules.ts'
import { IdeaTag } from './standing.page.tsx'
import type { Texts } from '#platform/language.ts'
import type { PreparedChoice } from '#platform/prepared-texts.ts'

export interface OfficeIdea extends LoadedIdea {
  decisions: readonly Decided[]
  reports: readonly Report[]
  /** What says the same, and waits too. */
  doubles: readonly Idea[]
  /** What it could be joined with, the most alike first. */
  others: readonly Idea[]
  themes: readonly { id: string; slug: string; name: Texts }[]
  officers: readonly Officer[]
  places: PlacesToMake
  prepared: Prepared | null
  /** What was made of it just now. */
  madeNow: LedToKind | null
  /** The office's own answers to begin from. */
  texts: PreparedChoice
}

export type OfficeIdeaProps = Answered & OfficeIdea & { visit: Visit }

/** Everything that the office does with one idea. */
export function OfficeIdeaPage(props: OfficeIdeaProps) {
  const { visit, idea, head, joined, steps, made } = props
  const { t } = visit
  const problems = problemsOf(t, props)
  return (
    <Page
      visit={visit}
      title={idea.what || t('ideas.wiped')}
      trail={officeTrail(visit)}
      wrong={problems.length > 0}
    >
      <Problems visit={visit} list={problems} />
      <MakeAgain {...props} />
      {props.madeNow && <MadeNow {...props} madeNow={props.madeNow} />}
      <p>
        <Tag kind={idea.standing === 'shown' ? 'good' : 'waiting'}>
          {t(`ideas.standing.${idea.confirmed_at ? idea.standing : 'unconfirmed'}`)}
        </Tag>{' '}
        <IdeaTag visit={visit} idea={idea} /> {t('ideas.behind', { count: (head ?? idea).supporters })}
      </p>
      {idea.held_for && idea.standing === 'waiting' && (
        <Notice kind="late">{t(`ideas.office.says-${idea.held_for}`)}</Notice>
      )}
      {head && (
        <p>
          {t('ideas.joined-with')} <OfficeIdeaLink visit={visit} idea={head} />
        </p>
      )}
      <IdeaBody visit={visit} idea={idea} file={`/office/ideas/${idea.number}/file`} />
      <Log {...props} />
      <Assign {...props} />
      <AppealForms {...props} />
      <ModerateForms {...props} />
      <Steps visit={visit} steps={steps} />
      {idea.standing === 'shown' && !head && <AnswerForm {...props} />}
      <Made visit={visit} made={made} office />
      {idea.standing === 'shown' && isOpen(idea.state) && <MakeForms {...props} />}
      {joined.length > 0 && (
        <section class="stack-tight">
          <h2>{t('ideas.joined-here', { count: joined.length })}</h2>
          <ul>
            {joined.map((one) => (
              <li>
                <OfficeIdeaLink visit={visit} idea={one} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {idea.standing === 'shown' && <JoinForms {...props} />}
    </Page>
  )
}

/** What was decided about it so far, and why. */
function Log({ visit: { t }, decisions }: OfficeIdeaProps) {
  if (decisions.length === 0) return null
  return (
    <section class="stack-tight">
      <h2>{t('moderation.log.title')}</h2>
      <ul class="lined-list">
        {decisions.map((one) => (
          <li>
            {t(`moderation.kind.${one.kind}`)}: {t(`moderation.reason.${one.reason}`)}. {one.by},{' '}
            <Text of={one.party} t={t} />
            {one.words && (
              <p>
                <Text of={one.words} t={t} />
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Assign({ visit: { t }, idea, officers }: OfficeIdeaProps) {
  if (officers.length === 0) return <Empty>{t('ideas.office.nobody')}</Empty>
  return (
    <Form>
      <Select
        t={t}
        name="to"
        label={t('ideas.office.assign')}
        none={t('ideas.office.nobody')}
        options={officers.map(({ id, name }) => ({ value: id, label: name }))}
        value={idea.assigned_to}
      />
      <SubmitButton variant="secondary" name="do" value="assign">
        {t('ideas.office.assign-button')}
      </SubmitButton>
    </Form>
  )
}
