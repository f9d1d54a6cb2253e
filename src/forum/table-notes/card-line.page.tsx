import { timeSpan } from '#platform/dates.ts'
import type { Visit } from '#platform/http.ts'
import { newId } from '#platform/ids.ts'
import { SubmitButton } from '#platform/ui/form.tsx'
import { type Beside, type CardFields, cardKinds, type TableCard } from './device.ts'
import { KindMark } from './kind-mark.page.tsx'
import { Marked } from './marked-words.page.tsx'

interface Props {
  visit: Visit
  /** The table's address, without the language. */
  base: string
  /** Null for the pattern from which a device makes its own. */
  card: TableCard | null
  canWrite: boolean
  /** An organizer chooses, and does nothing else to it. */
  isOffice?: boolean
}

/** How a card is now, for the form that changes it. */
export const fieldsAsJson = ({ round, kind, words, whoCould, takenAway }: CardFields): string =>
  JSON.stringify({ round, kind, words, whoCould, takenAway })

/** A card at its table: what it says, and what can be done with it. */
export function CardLine({ visit, base, card, canWrite, isOffice = false }: Props) {
  return (
    <li class="note-card" id={card ? `card-${card.id}` : undefined} data-kind={card?.kind} tabindex={-1}>
      <CardHead visit={visit} card={card} />
      {(!card || card.beside.length === 0) && <OwnText visit={visit} card={card} />}
      {(!card || card.beside.length > 0) && <Apart visit={visit} card={card} canWrite={canWrite} />}
      {canWrite && !isOffice && <CardActions visit={visit} base={base} card={card} />}
    </li>
  )
}

function CardHead({ visit: { t }, card }: Pick<Props, 'visit' | 'card'>) {
  const kinds = card ? [card.kind] : cardKinds
  return (
    <p class="row">
      {kinds.map((kind) => (
        <KindMark t={t} kind={kind} />
      ))}
      <span class="quiet small" data-part="since">
        {card && timeSpan(t.language, card.since)}
      </span>
      {!card && <strong class="small" data-part="waiting" />}
    </p>
  )
}

/** What a card says; where something else was written beside it, with what differs marked. */
const OwnText = ({ visit, card }: Pick<Props, 'visit' | 'card'>) => (
  <>
    <p class="note-words" data-part="words" lang={langOf(visit, card)}>
      {card && <Marked text={card.words} other={card.beside[0]?.words} />}
    </p>
    {(!card || card.whoCould) && (
      <p class="note-who" data-part="who">
        {card?.whoCould && visit.t('table-notes.card.who', { who: card.whoCould })}
      </p>
    )}
  </>
)

const langOf = ({ language }: Visit, card: TableCard | null) =>
  card && card.language !== language ? card.language : undefined

function CardActions({ visit: { t, to }, base, card }: Omit<Props, 'canWrite'>) {
  return (
    <div class="actions">
      <a
        class="ds-button"
        data-variant="tertiary"
        data-part="change"
        href={card ? `${to(base)}?round=${card.round}&change=${card.id}#write` : undefined}
      >
        {t('table-notes.card.change')} <About card={card} />
      </a>
      <form method="post">
        <CardIds card={card} />
        <SubmitButton variant="tertiary" danger name="do" value="remove">
          {t('table-notes.card.remove')} <About card={card} />
        </SubmitButton>
      </form>
    </div>
  )
}

/** Whose button it is, for those who hear one button after another. */
const About = ({ card }: { card: TableCard | null }) => (
  <span class="unseen" data-part="about">
    {card && aboutCard(card.words)}
  </span>
)

export const aboutCard = (words: string): string => {
  const short = words.replaceAll(/\s+/g, ' ')
  return short.length > 40 ? `${short.slice(0, 40)}…` : short
}

/** Which card a form is about, how it was when the form was made, and an id so that it is done once. */
function CardIds({ card }: { card: TableCard | null }) {
  return (
    <>
      <input type="hidden" name="card" value={card?.id} />
      <input type="hidden" name="base" value={card?.head ?? undefined} />
      <input type="hidden" name="was" value={card ? fieldsAsJson(card) : undefined} />
      <input type="hidden" name="settles" value={card?.beside.map(({ nonce }) => nonce).join(' ')} />
      <input type="hidden" name="nonce" value={card ? newId() : undefined} />
    </>
  )
}

/** What was written apart: all of it is shown, and whoever is at the table chooses. */
function Apart({ visit, card, canWrite }: Omit<Props, 'base'>) {
  const { t } = visit
  return (
    <div class="note-apart" data-part="apart">
      <p>
        <strong>{t('table-notes.apart.title')}</strong> {t('table-notes.apart.lead')}
      </p>
      <ul class="note-texts" data-part="beside">
        <li class="note-beside">
          <OwnText visit={visit} card={card} />
          {canWrite && (
            <form method="post">
              <CardIds card={card} />
              <SubmitButton variant="secondary" name="do" value="keep">
                {t('table-notes.apart.keep')}
              </SubmitButton>
            </form>
          )}
        </li>
        {card?.beside.map((one) => (
          <BesideLine t={t} card={card} beside={one} canWrite={canWrite} />
        ))}
      </ul>
    </div>
  )
}

interface BesideProps {
  t: Visit['t']
  card: TableCard | null
  beside: Beside | null
  canWrite: boolean
}

export function BesideLine({ t, card, beside, canWrite }: BesideProps) {
  return (
    <li class="note-beside">
      <p class="note-words" data-part="beside-words">
        {beside && <Marked text={beside.words} other={card?.words} />}
      </p>
      <p class="note-who" data-part="beside-who">
        {beside?.whoCould && t('table-notes.card.who', { who: beside.whoCould })}
      </p>
      {canWrite && (
        <form method="post" class="actions">
          <CardIds card={card} />
          <input type="hidden" name="words" value={beside?.words} />
          <input type="hidden" name="whoCould" value={beside?.whoCould ?? undefined} />
          <input type="hidden" name="card2" value={card ? newId() : undefined} />
          <input type="hidden" name="nonce2" value={card ? newId() : undefined} />
          <SubmitButton variant="secondary" name="do" value="take">
            {t('table-notes.apart.take')}
          </SubmitButton>
          <SubmitButton variant="tertiary" name="do" value="split">
            {t('table-notes.apart.split')}
          </SubmitButton>
        </form>
      )}
    </li>
  )
}

/** A card that was taken away, and the way back. */
export function AwayLine({ visit: { t }, card, canWrite }: Omit<Props, 'base'>) {
  return (
    <li class="row" id={card ? `card-${card.id}` : undefined}>
      <span data-part="words">{card?.words}</span>
      {(!card || card.hidden) && (
        <span class="quiet" data-part="hidden">
          {t('table-notes.card.hidden')}
        </span>
      )}
      {canWrite && !card?.hidden && (
        <form method="post">
          <CardIds card={card} />
          <SubmitButton variant="secondary" name="do" value="bring-back">
            {t('table-notes.card.bring-back')} <About card={card} />
          </SubmitButton>
        </form>
      )}
    </li>
  )
}
