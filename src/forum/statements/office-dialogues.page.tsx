import type { Visit } from '#platform/http.ts'
import { inLanguage, type Texts } from '#platform/language.ts'
import { Page } from '#platform/ui/page.tsx'
import { Actions, Card, Empty, LinkButton, Tag, type TagKind } from '#platform/ui/parts.tsx'
import { type DialogueState, dialogueState } from './dialogue.rules.ts'
import type { Dialogue } from './dialogues.sql.ts'
import { endInWords } from './vote.page.tsx'

interface Props {
  visit: Visit
  event: { id: string; title: Texts }
  dialogues: readonly Dialogue[]
}

const kinds: Record<DialogueState, TagKind> = { draft: 'plain', open: 'good', closed: 'stopped' }

/** How a dialogue stands, in a word and a sentence. */
export function StateOfDialogue({ visit, dialogue }: { visit: Visit; dialogue: Dialogue }) {
  const state = dialogueState(dialogue, visit.now)
  return (
    <>
      <Tag kind={kinds[state]}>{visit.t(`dialogue.office.is-${state}`)}</Tag>{' '}
      {visit.t(`dialogue.office.until-${state}`, { date: endInWords(visit, dialogue) })}
    </>
  )
}

export const eventDeskTrail = (visit: Visit, event: Props['event']) => [
  { href: visit.to(`/office/events/${event.id}`), label: inLanguage(event.title, visit.language) },
]

/** The themes on which people say what they think before a forum; most have one. */
export function OfficeDialoguesPage({ visit, event, dialogues }: Props) {
  const { t, language } = visit
  const at = (rest: string): string => visit.to(`/office/events/${event.id}/dialogue${rest}`)
  return (
    <Page
      visit={visit}
      title={t('dialogue.office.title')}
      lead={t('dialogue.office.lead')}
      trail={eventDeskTrail(visit, event)}
    >
      {dialogues.length === 0 && <Empty>{t('dialogue.office.none')}</Empty>}
      {dialogues.map((dialogue) => (
        <Card title={inLanguage(dialogue.title, language)} href={at(`/${dialogue.id}`)} level={2}>
          <p class="state-line">
            <StateOfDialogue visit={visit} dialogue={dialogue} />
          </p>
        </Card>
      ))}
      <Actions>
        <LinkButton href={at('/new')} variant={dialogues.length === 0 ? 'primary' : 'secondary'}>
          {t('dialogue.office.new')}
        </LinkButton>
      </Actions>
    </Page>
  )
}
