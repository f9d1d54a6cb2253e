import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import { Form, Problems, problemsOf, SubmitButton } from '#platform/ui/form.tsx'
import { Page } from '#platform/ui/page.tsx'
import { LinkButton } from '#platform/ui/parts.tsx'
import { linkDays } from './dialogue.rules.ts'
import type { Dialogue } from './dialogues.sql.ts'
import { dialogueTrail } from './votes.page.tsx'

interface Props extends Answered {
  visit: Visit
  dialogue: Dialogue
}

/** Where a mailed link leads. Opening it changes nothing: mail programs open links too. */
export function LinkPage(props: Props & { isTooOld: boolean }) {
  const { visit, dialogue, isTooOld } = props
  const { t } = visit
  const problems = problemsOf(t, props)
  return (
    <Page
      visit={visit}
      title={t('dialogue.link.title')}
      lead={t(isTooOld ? 'dialogue.link.too-old' : 'dialogue.link.lead', { days: linkDays })}
      trail={dialogueTrail(visit, dialogue)}
      wrong={problems.length > 0}
    >
      <Problems visit={visit} list={problems} />
      {isTooOld ? (
        <LinkButton href={visit.to(`/dialogue/${dialogue.slug}`)}>{t('dialogue.back')}</LinkButton>
      ) : (
        <Form>
          <SubmitButton>{t('dialogue.link.press')}</SubmitButton>
        </Form>
      )}
    </Page>
  )
}
