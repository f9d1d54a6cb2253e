import type { Child } from 'hono/jsx'
import { timeSpan } from '#platform/dates.ts'
import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage } from '#platform/language.ts'
import { Form, Problems, problemsOf, SubmitButton, TextField } from '#platform/ui/form.tsx'
import { Page } from '#platform/ui/page.tsx'
import { Empty, Notice } from '#platform/ui/parts.tsx'
import { type Answer, BigAnswer, DoorLine } from './door-parts.page.tsx'
import type { DoorPerson } from './device.ts'
import type { DoorPlace } from './door-place.ts'
import { deviceSettings } from './device-settings.ts'
import type { Double } from './doubles.ts'
import { WalkIn } from './walk-in.page.tsx'

export interface ShownLine {
  person: DoorPerson
  isRoom: boolean
  nonce: string
}

export interface DoorProps extends Answered {
  visit: Visit
  place: DoorPlace
  lines: readonly ShownLine[]
  /** More were found than are shown. */
  hasMore: boolean
  /** What was searched for; nobody is listed before. */
  search: string
  counts: { in: number; seats: number; waiting: number }
  isFull: boolean
  answer: Answer | null
  /** The person in the answer, with their button. */
  asked: ShownLine | null
  /** Where somebody is asked what is asked at the door; null when nothing is. */
  ask: string | null
  doubles: readonly Double[]
  /** What only organisers may go to from here. */
  more?: Child
}

/** The door on one page: find somebody, let them in, take it back, or write up who came unannounced. */
export function DoorPage(props: DoorProps) {
  const { visit, place, counts, isFull, doubles, ask, more } = props
  const { t } = visit
  const { event, keeper } = place
  const title = inLanguage(event.title, t.language)
  const problems = problemsOf(t, props)
  const script = visit.site.assets['door.js']
  const isOffice = keeper.person !== null
  return (
    <Page
      visit={visit}
      title={t('door.title', { title })}
      heading={t('door.heading')}
      lead={title}
      wrong={problems.length > 0}
      trail={isOffice ? [{ href: visit.to(`/office/events/${event.id}`), label: title }] : undefined}
      head={script && <script type="module" src={script} />}
    >
      <div id="door" class="door stack" data-door={JSON.stringify(deviceSettings(visit, place))}>
        <Problems visit={visit} list={problems} />
        <BigAnswer visit={visit} answer={props.answer}>
          {props.asked && (
            <ul class="plain-list">
              <DoorLine {...{ visit, ask }} {...props.asked} mayWriteUp={keeper.mayWriteUp} />
            </ul>
          )}
        </BigAnswer>
        <p>
          <span id="door-come">{t('door.come', { in: counts.in, seats: counts.seats })}</span>{' '}
          {t('door.waiting-count', { waiting: counts.waiting })}
        </p>
        <p id="door-net" class="door-net" role="status" />
        <p id="door-ready" class="door-net" hidden>
          {t('door.ready')}
        </p>
        <Search {...props} />
        <DeviceTools visit={visit} />
        <Found {...props} />
        {keeper.mayWriteUp && <WalkIn visit={visit} isFull={isFull} answered={props} />}
        {doubles.length > 0 && <Doubles visit={visit} doubles={doubles} />}
        {more}
        <DeviceKeeps visit={visit} />
        <template id="door-line">
          <DoorLine {...{ visit, ask }} person={null} isRoom mayWriteUp={keeper.mayWriteUp} nonce="" />
        </template>
      </div>
    </Page>
  )
}

function Search({ visit, place, search }: DoorProps) {
  const { t } = visit
  return (
    <search>
      <Form method="get" action={visit.to(place.base)}>
        <TextField t={t} name="q" type="search" label={t('door.search')} value={search} autocomplete="off" />
        <SubmitButton variant="secondary">{t('door.search-button')}</SubmitButton>
      </Form>
    </search>
  )
}

function Found({ visit, place, lines, hasMore, search, ask }: DoorProps) {
  const { t } = visit
  return (
    <div id="door-found">
      {search && lines.length === 0 ? <Empty>{t('door.nobody')}</Empty> : null}
      <ul class="lined-list door-list" id="door-list">
        {lines.map((line) => (
          <DoorLine {...{ visit, ask }} {...line} mayWriteUp={place.keeper.mayWriteUp} />
        ))}
      </ul>
      {hasMore && <p class="quiet">{t('door.more-found')}</p>}
    </div>
  )
}

/** What only a device with script can do; shown by script. */
function DeviceTools({ visit: { t } }: { visit: Visit }) {
  return (
    <>
      <div class="actions" id="door-tools" hidden>
        <button type="button" class="ds-button" data-variant="secondary" id="door-camera">
          {t('door.camera')}
        </button>
        <button type="button" class="ds-button" data-variant="tertiary" id="door-mute" aria-pressed="false">
          {t('door.mute')}
        </button>
      </div>
      <div id="door-view" class="door-view" hidden>
        <video playsinline muted aria-label={t('door.camera-view')} />
        <p class="small">{t('door.camera-hint')}</p>
      </div>
    </>
  )
}

function DeviceKeeps({ visit: { t } }: { visit: Visit }) {
  return (
    <div id="door-device" class="stack-tight" hidden>
      <h2>{t('door.device')}</h2>
      <p>{t('door.device-about')}</p>
      <button type="button" class="ds-button" data-variant="secondary" id="door-forget">
        {t('door.forget')}
      </button>
    </div>
  )
}

/** Said to organisers, and never hidden: two devices without a net both let the same name in. */
function Doubles({ visit: { t }, doubles }: { visit: Visit; doubles: readonly Double[] }) {
  return (
    <Notice kind="late" title={t('door.doubles-title', { count: doubles.length })}>
      <p>{t('door.doubles-lead')}</p>
      <ul>
        {doubles.map(({ name, letIn }) => (
          <li>
            {t('door.double', {
              name,
              times: letIn
                .map(({ at, by }) => t('door.double-time', { time: timeSpan(t.language, at), by }))
                .join(t('door.double-and')),
            })}
          </li>
        ))}
      </ul>
    </Notice>
  )
}
