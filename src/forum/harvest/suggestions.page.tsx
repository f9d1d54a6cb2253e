import type { Visit } from '#platform/http.ts'
import { newId } from '#platform/ids.ts'
import { Form, SubmitButton } from '#platform/ui/form.tsx'
import { CardBoxes, tablesInWords } from './card.page.tsx'
import { tablesOf } from './harvest.rules.ts'
import type { Card } from './harvest.sql.ts'

interface Props {
  visit: Visit
  eventId: string
  sets: readonly (readonly Card[])[]
  id: string
}

/** More at a time would be read by nobody; the next ones come when these are dealt with. */
const shownMax = 6

/** Cards that seem to say the same, to be looked at by somebody: ticked already, and one press away from a group. */
export function Suggestions({ visit, eventId, sets }: Props) {
  const { t } = visit
  if (sets.length === 0) return null
  return (
    <section class="stack" aria-labelledby="alike">
      <h2 id="alike">{t('harvest.alike.title')}</h2>
      <p>{t('harvest.alike.lead', { count: sets.length, shown: Math.min(shownMax, sets.length) })}</p>
      {sets.slice(0, shownMax).map((cards, index) => (
        <details class="folded ds-details" open={index === 0}>
          <summary>
            {t('harvest.alike.set', { cards: cards.length })}{' '}
            <span class="quiet">{tablesInWords(visit, tablesOf(cards))}</span>
          </summary>
          <div class="folded-body">
            <Suggestion {...{ visit, eventId, cards }} number={index + 1} />
          </div>
        </details>
      ))}
    </section>
  )
}

interface SuggestionProps {
  visit: Visit
  eventId: string
  cards: readonly Card[]
  number: number
}

function Suggestion({ visit, eventId, cards, number }: SuggestionProps) {
  const { t } = visit
  const title = `alike-title-${number}`
  // The shortest says it most plainly; it can be written over at once.
  const shortest = cards.toSorted((a, b) => a.words.length - b.words.length)[0]
  return (
    <Form>
      <input type="hidden" name="id" value={newId()} />
      <CardBoxes
        visit={visit}
        eventId={eventId}
        cards={cards}
        ticked={new Set(cards.map((card) => card.id))}
        part={`alike-${number}`}
      />
      <div class="ds-field">
        <label class="ds-label" for={title}>
          {t('harvest.group.title')}
        </label>
        <input
          class="ds-input"
          id={title}
          name="title"
          value={shortest && shortest.words.length <= 200 ? shortest.words.replaceAll(/\s+/g, ' ') : ''}
        />
      </div>
      <SubmitButton name="do" value="join">
        {t('harvest.join')}
      </SubmitButton>
    </Form>
  )
}
