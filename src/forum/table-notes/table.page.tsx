import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage } from '#platform/language.ts'
import { Folded, Problems, problemsOf } from '#platform/ui/form.tsx'
import { Page } from '#platform/ui/page.tsx'
import { Empty, Link, Notice } from '#platform/ui/parts.tsx'
import { Text } from '#platform/ui/text.tsx'
import { CardForm } from './card-form.page.tsx'
import { AwayLine, BesideLine, CardLine } from './card-line.page.tsx'
import type { TableCard } from './device.ts'
import { deviceSettings } from './device-settings.ts'
import type { LoadedTable } from './load-table.ts'
import { PhotosSection } from './photos.page.tsx'

export interface TableProps extends LoadedTable, Answered {
  /** A card is changed in the form. */
  isChange: boolean
  /** What has just been done. */
  did: 'kept' | 'removed' | 'photo' | null
  /** What the form for a photo was sent with. */
  photo?: Answered | undefined
}

/** "Table 4 – Hamnen". */
export const tableName = (
  { t }: Pick<Visit, 't'>,
  { number, name }: { number: number; name: string | null },
): string => (name ? t('table-notes.table-named', { number, name }) : t('table-notes.table', { number }))

/** What a table writes down, on the phones of its host and its note taker. */
export function TablePage(props: TableProps) {
  const { visit, place, round } = props
  const { t } = visit
  const { link, state } = place
  const title = inLanguage(link.title, t.language)
  const problems = [...problemsOf(t, props), ...problemsOf(t, props.photo ?? {})]
  const script = visit.site.assets['table-notes.js']
  const canWrite = state === 'open'
  const mayStillSend = Boolean(props.filled?.['words']) && props.refusal !== undefined
  return (
    <Page
      visit={visit}
      title={t('table-notes.window', { table: tableName(visit, link), title })}
      heading={tableName(visit, link)}
      lead={title}
      wrong={problems.length > 0}
      head={script && <script type="module" src={script} />}
    >
      <div
        id="table"
        class="stack table-notes"
        data-table={JSON.stringify(deviceSettings(visit, place, props))}
      >
        <Problems visit={visit} list={problems} />
        <p id="table-net" class="door-net" role="status" />
        {props.did && (
          <Notice kind="good" live>
            {t(`table-notes.did.${props.did}`)}
          </Notice>
        )}
        {!canWrite && <Notice>{t('table-notes.reading')}</Notice>}
        {link.online_url && (
          <p>
            <Link href={link.online_url}>{t('table-notes.online')}</Link>
          </p>
        )}
        <Rounds {...props} />
        {(canWrite || mayStillSend) && (
          <CardForm
            {...{ visit, base: place.base, answered: props, rounds: props.numbers, isChange: props.isChange }}
          />
        )}
        <Cards visit={visit} base={place.base} cards={props.cards} round={round} canWrite={canWrite} />
        <PhotosSection {...props} canWrite={canWrite} />
        <DeviceKeeps visit={visit} />
      </div>
    </Page>
  )
}

/** The rounds, and what the one that is shown asks. */
function Rounds({ visit, place, rounds, numbers, running, round }: TableProps) {
  const { t, to } = visit
  return (
    <>
      {numbers.length > 1 && (
        <nav aria-label={t('table-notes.rounds')}>
          <ul class="note-rounds">
            {numbers.map((number) => (
              <li>
                <a
                  href={`${to(place.base)}?round=${number}`}
                  data-round={number}
                  aria-current={number === round ? 'page' : undefined}
                >
                  {number === running
                    ? t('table-notes.round-running', { round: number })
                    : t('table-notes.round', { round: number })}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {rounds.map(
        ({ number, question }) =>
          question && (
            <p class="note-question" data-question={number} hidden={number !== round}>
              <Text of={question} t={t} />
            </p>
          ),
      )}
    </>
  )
}

interface CardsProps {
  visit: Visit
  base: string
  cards: readonly TableCard[]
  round: number
  canWrite: boolean
}

function Cards({ visit, base, cards, round, canWrite }: CardsProps) {
  const { t } = visit
  const ofRound = cards.filter((card) => card.round === round)
  const isAway = (card: TableCard): boolean => card.takenAway || card.hidden
  const [here, away] = [ofRound.filter((card) => !isAway(card)), ofRound.filter(isAway)]
  return (
    <section class="stack" aria-labelledby="cards-title">
      <h2 id="cards-title">{t('table-notes.cards')}</h2>
      <ul class="plain-list note-cards" id="table-cards">
        {here.map((card) => (
          <CardLine {...{ visit, base, card, canWrite }} />
        ))}
      </ul>
      <div id="table-none" hidden={here.length > 0}>
        <Empty>{t('table-notes.none')}</Empty>
      </div>
      <div id="table-away" hidden={away.length === 0}>
        <Folded summary={t('table-notes.away')}>
          <ul class="plain-list stack-tight">
            {away.map((card) => (
              <AwayLine {...{ visit, card, canWrite }} />
            ))}
          </ul>
        </Folded>
      </div>
      <template id="card-pattern">
        <CardLine {...{ visit, base, card: null, canWrite }} />
      </template>
      <template id="beside-pattern">
        <BesideLine {...{ t, card: null, beside: null, canWrite }} />
      </template>
      <template id="away-pattern">
        <AwayLine {...{ visit, card: null, canWrite }} />
      </template>
    </section>
  )
}

/** What only a device with script can do; shown by script. */
export function DeviceKeeps({ visit: { t } }: { visit: Visit }) {
  return (
    <>
      <p id="table-ready" class="door-net" hidden>
        {t('table-notes.device.ready')}
      </p>
      <section id="table-unsent" class="stack" aria-labelledby="unsent-title" hidden>
        <h2 id="unsent-title">{t('table-notes.device.unsent')}</h2>
        <p>{t('table-notes.device.unsent-lead')}</p>
        <textarea class="ds-input" rows={8} readonly aria-labelledby="unsent-title" />
        <div class="actions">
          <button type="button" class="ds-button" id="unsent-copy">
            {t('table-notes.device.copy')}
          </button>
          <button type="button" class="ds-button" data-variant="secondary" id="unsent-save">
            {t('table-notes.device.save')}
          </button>
          <button
            type="button"
            class="ds-button"
            data-variant="tertiary"
            data-color="danger"
            id="unsent-forget"
          >
            {t('table-notes.device.forget')}
          </button>
        </div>
      </section>
    </>
  )
}
