import { longDate } from '#platform/dates.ts'
import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage } from '#platform/language.ts'
import {
  Check,
  filledAt,
  Form,
  mistakeAt,
  Problems,
  problemsOf,
  SubmitButton,
  TextField,
} from '#platform/ui/form.tsx'
import { Page } from '#platform/ui/page.tsx'
import { Empty, Notice, Tag } from '#platform/ui/parts.tsx'
import { plus } from '#platform/time.ts'
import type { ProgrammeEvent } from '../events.sql.ts'
import { QrCode } from './qr.page.tsx'
import type { Steward } from './stewards.sql.ts'

interface Props extends Answered {
  visit: Visit
  event: ProgrammeEvent
  stewards: readonly Steward[]
  /** The address of the link that was just made: shown this once. */
  made?: string | undefined
}

/** Links for those who help at the door: they search and check in, and see nothing else. */
export function StewardsPage({ visit, event, stewards, made, ...answered }: Props) {
  const { t } = visit
  const title = inLanguage(event.title, t.language)
  const problems = problemsOf(t, answered)
  const base = visit.to(`/office/events/${event.id}`)
  return (
    <Page
      visit={visit}
      title={t('steward.title', { title })}
      heading={t('steward.heading')}
      lead={t('steward.lead')}
      wrong={problems.length > 0}
      trail={[
        { href: base, label: title },
        { href: `${base}/door`, label: t('door.heading') },
      ]}
    >
      <Problems visit={visit} list={problems} />
      {made && <Made visit={visit} address={made} />}
      {stewards.length === 0 ? <Empty>{t('steward.none')}</Empty> : null}
      {stewards.length > 0 && (
        <ul class="lined-list door-list">
          {stewards.map((steward) => (
            <StewardLine visit={visit} steward={steward} />
          ))}
        </ul>
      )}
      <h2>{t('steward.new')}</h2>
      <NewLink visit={visit} answered={answered} />
    </Page>
  )
}

function NewLink({ visit: { t }, answered }: { visit: Visit; answered: Answered }) {
  return (
    <Form>
      <input type="hidden" name="id" value={filledAt(answered, 'id')} />
      <TextField
        t={t}
        name="label"
        label={t('steward.label')}
        hint={t('steward.label-hint')}
        autocomplete="off"
        value={filledAt(answered, 'label')}
        mistake={mistakeAt(t, answered, 'label')}
      />
      <TextField
        t={t}
        name="until"
        type="date"
        label={t('steward.until')}
        value={filledAt(answered, 'until')}
        mistake={mistakeAt(t, answered, 'until')}
      />
      <Check
        t={t}
        name="mayWriteUp"
        label={t('steward.may-write-up')}
        hint={t('steward.may-write-up-hint')}
        checked={filledAt(answered, 'mayWriteUp') === 'yes'}
      />
      <SubmitButton name="do" value="make">
        {t('steward.make')}
      </SubmitButton>
    </Form>
  )
}

function Made({ visit: { t }, address }: { visit: Visit; address: string }) {
  return (
    <Notice kind="good" title={t('steward.made')} live>
      <p>{t('steward.made-lead')}</p>
      <p class="steward-link">
        <a href={address}>{address}</a>
      </p>
      <QrCode text={address} label={t('steward.made-code')} />
    </Notice>
  )
}

function StewardLine({ visit, steward }: { visit: Visit; steward: Steward }) {
  const { t, now } = visit
  const { id, label, until, ended_at, may_write_up } = steward
  const isOver = ended_at !== null || until <= now
  return (
    <li>
      <div>
        <strong>{label}</strong>
        <br />
        {t('steward.lasts', { day: longDate(t.language, plus(until, { minutes: -1 })) })}
        {may_write_up === 1 && ` · ${t('steward.writes-up')}`}
      </div>
      {isOver ? (
        <Tag kind="stopped">{t('steward.over')}</Tag>
      ) : (
        <form method="post">
          <input type="hidden" name="steward" value={id} />
          <SubmitButton variant="secondary" danger name="do" value="end">
            {t('steward.end')} <span class="unseen">{label}</span>
          </SubmitButton>
        </form>
      )}
    </li>
  )
}

/** A link to the door that has run out, was ended, or is not whole. */
export function DoorClosedPage({ visit }: { visit: Visit }) {
  const { t } = visit
  return (
    <Page visit={visit} title={t('steward.closed-title')}>
      <p class="lead">{t('steward.closed-lead')}</p>
      <p>
        <a href={visit.to('/calendar')}>{t('sign-up.done.calendar')}</a>
      </p>
    </Page>
  )
}
