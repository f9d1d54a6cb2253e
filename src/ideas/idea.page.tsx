import { shortDate } from '#platform/dates.ts'
import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import { Check, Folded, Form, Problems, problemsOf, SubmitButton } from '#platform/ui/form.tsx'
import { Page } from '#platform/ui/page.tsx'
import { Facts, Notice } from '#platform/ui/parts.tsx'
import { Text } from '#platform/ui/text.tsx'
import { EmailField, LanguageField } from './hand-in.page.tsx'
import { isPublic, refusalToSupport } from './idea.rules.ts'
import type { Idea } from './ideas.sql.ts'
import type { MadeOf } from './led-to.sql.ts'
import { Made, Steps } from './way.page.tsx'
import { dueInWords, IdeaLink, ideasTrail, IdeaTag } from './standing.page.tsx'
import type { StepTaken } from './steps.sql.ts'

export interface LoadedIdea {
  idea: Idea
  /** What it is joined with, if anything. */
  head: Idea | null
  joined: readonly Idea[]
  steps: readonly StepTaken[]
  made: readonly MadeOf[]
}

type Props = Answered & LoadedIdea & { visit: Visit }

export function IdeaPage({ visit, idea, head, joined, steps, made, ...answered }: Props) {
  const { t, to } = visit
  const problems = problemsOf(t, answered)
  return (
    <Page
      visit={visit}
      title={idea.what}
      heading={<span lang={langOf(visit, idea)}>{idea.what}</span>}
      description={idea.what}
      trail={ideasTrail(visit)}
      wrong={problems.length > 0}
    >
      <Problems visit={visit} list={problems} />
      <p>
        <IdeaTag visit={visit} idea={idea} /> {t('ideas.behind', { count: (head ?? idea).supporters })}
      </p>
      {head && (
        <Notice>
          <p>
            {t('ideas.joined-with')} <IdeaLink visit={visit} idea={head} />
          </p>
        </Notice>
      )}
      <IdeaBody visit={visit} idea={idea} file={`/ideas/${idea.number}/file`} />
      <Steps visit={visit} steps={steps} />
      <Made visit={visit} made={made} number={idea.number} />
      {joined.length > 0 && (
        <section class="stack-tight" aria-labelledby="joined">
          <h2 id="joined">{t('ideas.joined-here', { count: joined.length })}</h2>
          <ul>
            {joined.map((one) => (
              <li>
                <IdeaLink visit={visit} idea={one} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {refusalToSupport(idea) === null && <Support visit={visit} answered={answered} />}
      {isPublic(idea) && idea.state !== 'withdrawn' && (
        <p>
          <a href={to(`/thread/idea/${idea.number}/follow`)}>{t('thread.follow-on.link')}</a>
        </p>
      )}
      <p class="small">
        <a href={to(`/ideas/${idea.number}/report`)}>{t('moderation.report.link')}</a>
      </p>
    </Page>
  )
}

const langOf = ({ language }: Visit, idea: Pick<Idea, 'language'>) =>
  idea.language === language ? undefined : idea.language

/** What somebody wrote, as they wrote it, with what they sent along. */
export function IdeaBody({ visit, idea, file }: { visit: Visit; idea: Idea; file: string }) {
  const { t, to, language } = visit
  const { why, place, author_name, theme_name, confirmed_at } = idea
  const paragraphs = why.split(/\n{2,}/)
  return (
    <>
      {langOf(visit, idea) && <p class="language-note">{t(`platform.ui.only-in-${idea.language}`)}</p>}
      <div class="prose" lang={langOf(visit, idea)}>
        {paragraphs.map((text) => (
          <p>{text}</p>
        ))}
      </div>
      {idea.file_id && idea.picture_width && (
        <img
          class="idea-picture"
          src={to(file)}
          width={idea.picture_width}
          height={idea.picture_height ?? undefined}
          alt={t('ideas.picture-alt', { words: idea.what })}
        />
      )}
      {idea.file_id && !idea.picture_width && (
        <p>
          <a href={to(file)}>{t('ideas.file-pdf')}</a>
        </p>
      )}
      <Facts
        rows={[
          [t('ideas.fact.number'), String(idea.number)],
          [t('ideas.fact.from'), author_name ?? t('ideas.somebody')],
          [t('ideas.fact.date'), confirmed_at ? shortDate(language, confirmed_at) : null],
          [t('ideas.fact.place'), place],
          [t('ideas.fact.theme'), theme_name ? <Text of={theme_name} t={t} /> : null],
          [t('ideas.fact.answer'), dueInWords(visit, idea) || null],
        ]}
      />
    </>
  )
}

function Support({ visit, answered }: { visit: Visit; answered: Answered }) {
  const { t } = visit
  return (
    <section class="stack" aria-labelledby="support">
      <h2 id="support">{t('ideas.support.title')}</h2>
      <p>{t('ideas.support.says')}</p>
      <Form>
        <EmailField visit={visit} answered={answered} />
        <Check t={t} name="tell" label={t('ideas.support.tell')} checked />
        <Folded summary={t('ideas.form.more')}>
          <LanguageField t={t} answered={answered} />
        </Folded>
        <SubmitButton>{t('ideas.support.button')}</SubmitButton>
      </Form>
    </section>
  )
}
