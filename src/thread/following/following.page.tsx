import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import {
  filledAt,
  Form,
  mistakeAt,
  Problems,
  problemsOf,
  SubmitButton,
  TextField,
} from '#platform/ui/form.tsx'
import { Page } from '#platform/ui/page.tsx'
import { Empty } from '#platform/ui/parts.tsx'
import { confirmDays, type FollowedKind } from './following.rules.ts'

interface FollowProps extends Answered {
  visit: Visit
  /** What it is called. */
  name: string
}

/** The way from a page to being told of what comes of what it shows. */
export const FollowLink = ({ visit, kind, at, followers }: FollowLinkProps) => (
  <p>
    <a href={visit.to(`/thread/${kind}/${at}/follow`)}>{visit.t('thread.follow-on.link')}</a>
    {followers !== null && (
      <span class="quiet"> ({visit.t('thread.follow-on.followers', { count: followers })})</span>
    )}
  </p>
)

interface FollowLinkProps {
  visit: Visit
  kind: FollowedKind
  at: string
  /** How many want to hear already; null where they are few. */
  followers: number | null
}

/** Where anybody asks to be told of what comes of something. */
export function FollowPage(props: FollowProps) {
  const { visit, name } = props
  const { t } = visit
  const problems = problemsOf(t, props)
  return (
    <Page visit={visit} title={t('thread.follow-on.title')} lead={name} wrong={problems.length > 0}>
      <Problems visit={visit} list={problems} />
      <p>{t('thread.follow-on.says')}</p>
      <Form>
        <TextField
          t={t}
          name="email"
          type="email"
          autocomplete="email"
          label={t('thread.follow-on.email')}
          hint={t('thread.follow-on.hint')}
          value={filledAt(props, 'email')}
          mistake={mistakeAt(t, props, 'email')}
        />
        <SubmitButton>{t('thread.follow-on.button')}</SubmitButton>
      </Form>
    </Page>
  )
}

/** The same for everybody, so that nobody learns who follows what. */
export const AskedPage = ({ visit }: { visit: Visit }) => (
  <Page
    visit={visit}
    title={visit.t('thread.asked.title')}
    lead={visit.t('thread.asked.lead', { days: confirmDays })}
  />
)

interface ConfirmProps extends FollowProps {
  isConfirmed: boolean
}

/** Where the first link leads: opening it changes nothing, the button does. */
export function ConfirmPage(props: ConfirmProps) {
  const { visit, name, isConfirmed } = props
  const { t } = visit
  const problems = problemsOf(t, props)
  return (
    <Page visit={visit} title={t('thread.confirm.title')} lead={name} wrong={problems.length > 0}>
      <Problems visit={visit} list={problems} />
      {isConfirmed ? (
        <p>{t('thread.confirm.done')}</p>
      ) : (
        <Form>
          <SubmitButton>{t('thread.confirm.button')}</SubmitButton>
        </Form>
      )}
    </Page>
  )
}

interface MineProps {
  visit: Visit
  wishes: readonly { id: string; name: string }[]
}

/** Everything that somebody follows, to end one or all. */
export function MinePage({ visit, wishes }: MineProps) {
  const { t } = visit
  return (
    <Page visit={visit} title={t('thread.mine.title')} lead={t('thread.mine.lead')}>
      {wishes.length === 0 && <Empty>{t('thread.mine.none')}</Empty>}
      <ul class="lined-list">
        {wishes.map(({ id, name }) => (
          <li class="stack-tight">
            {name}
            <Form>
              <input type="hidden" name="wish" value={id} />
              <SubmitButton variant="secondary">
                {t('thread.mine.end')}
                <span class="unseen">: {name}</span>
              </SubmitButton>
            </Form>
          </li>
        ))}
      </ul>
      {wishes.length > 0 && (
        <Form>
          <SubmitButton>{t('thread.mine.end-all')}</SubmitButton>
        </Form>
      )}
    </Page>
  )
}

export const EndedPage = ({ visit }: { visit: Visit }) => (
  <Page visit={visit} title={visit.t('thread.ended.title')} lead={visit.t('thread.ended.lead')} />
)
