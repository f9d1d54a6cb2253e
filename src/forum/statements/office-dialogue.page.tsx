import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage, type Texts } from '#platform/language.ts'
import { Form, Problems, problemsOf, SubmitButton } from '#platform/ui/form.tsx'
import { Page } from '#platform/ui/page.tsx'
import { Actions, Facts, LinkButton, Notice } from '#platform/ui/parts.tsx'
import { dialogueTasks } from '../forum-tasks.ts'
import { dialogueState } from './dialogue.rules.ts'
import type { Dialogue } from './dialogues.sql.ts'
import { officeTrail } from './edit-dialogue.page.tsx'
import { StateOfDialogue } from './office-dialogues.page.tsx'
import { Queue, Statements } from './office-statements.page.tsx'
import { SeedFields } from './seed.page.tsx'
import type { Statement } from './statements.sql.ts'
import { sectorsInWords, type TakingPart } from './taking-part.ts'

export interface DeskProps extends Answered {
  visit: Visit
  event: { id: string; title: Texts }
  dialogue: Dialogue
  statements: readonly Statement[]
  /** How many take part; never what they think. */
  taking: TakingPart
  done: 'opened' | 'closed' | 'saved' | 'decided' | 'seeded' | undefined
}

/** The desk of one dialogue: how it stands, what waits to be read, and all statements. */
export function OfficeDialoguePage(props: DeskProps) {
  const { visit, event, dialogue, statements, taking, done } = props
  const { t } = visit
  const problems = problemsOf(t, props)
  const state = dialogueState(dialogue, visit.now)
  const waiting = statements.filter((one) => one.state === 'waiting')
  const at = (rest = ''): string => visit.to(`/office/events/${event.id}/dialogue/${dialogue.id}${rest}`)
  return (
    <Page
      visit={visit}
      title={inLanguage(dialogue.title, visit.language)}
      trail={officeTrail(visit, event, null)}
      wrong={problems.length > 0}
    >
      <Problems visit={visit} list={problems} />
      {done && (
        <Notice kind="good" live>
          {t(`dialogue.office.done.${done}`)}
        </Notice>
      )}
      <p class="state-line">
        <StateOfDialogue visit={visit} dialogue={dialogue} />
      </p>
      <Facts
        rows={[
          [t('dialogue.office.address'), state !== 'draft' && <Address {...props} />],
          [t('dialogue.office.people'), t('dialogue.office.people-count', { people: taking.people })],
          [t('dialogue.office.sectors'), sectorsInWords(visit, taking)],
          [t('dialogue.office.votes'), String(taking.votes)],
          [t('dialogue.office.statements'), t('dialogue.office.statement-count', countsOf(statements))],
        ]}
      />
      {!dialogue.shown_at && <p class="small quiet">{t('dialogue.office.secret')}</p>}
      <Steps {...props} />
      <ul>
        <li>
          <a href={at('/edit')}>{t('dialogue.edit.title')}</a>
        </li>
        {dialogueTasks.map(([path, words]) => (
          <li>
            <a href={at(path)}>{t(words)}</a>
          </li>
        ))}
      </ul>
      <Queue {...props} statements={waiting} />
      {state !== 'closed' && <SeedFields {...props} action={at('/seeds')} />}
      <Statements {...props} statements={statements.filter((one) => one.state !== 'waiting')} />
    </Page>
  )
}

const Address = ({ visit, dialogue }: DeskProps) => (
  <a href={visit.to(`/dialogue/${dialogue.slug}`)}>{visit.url(`/dialogue/${dialogue.slug}`)}</a>
)

const countsOf = (statements: readonly Statement[]) => ({
  shown: statements.filter((one) => one.state === 'shown').length,
  waiting: statements.filter((one) => one.state === 'waiting').length,
  gone: statements.filter((one) => one.state === 'turned-down').length,
})

/** What can be done with the whole of it now. */
function Steps({ visit, dialogue }: DeskProps) {
  const { t } = visit
  const state = dialogueState(dialogue, visit.now)
  if (state === 'closed' && dialogue.shown_at) return null
  const step = state === 'open' ? 'close' : state === 'draft' ? 'open' : 'open-again'
  return (
    <Form>
      <Actions>
        <SubmitButton
          name="do"
          value={step === 'close' ? 'close' : 'open'}
          variant={step === 'open' ? 'primary' : 'secondary'}
        >
          {t(`dialogue.office.${step}`)}
        </SubmitButton>
        {state === 'open' && (
          <LinkButton href={visit.to(`/dialogue/${dialogue.slug}`)} variant="tertiary">
            {t('dialogue.office.see')}
          </LinkButton>
        )}
      </Actions>
      <p class="small quiet">{t(`dialogue.office.${step}-says`)}</p>
    </Form>
  )
}
