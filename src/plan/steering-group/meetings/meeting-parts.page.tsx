import type { Child } from 'hono/jsx'
import type { Visit } from '#platform/http.ts'
import { inLanguage } from '#platform/language.ts'
import { Text } from '#platform/ui/text.tsx'
import type { AboutThing } from './about.sql.ts'
import { aboutText } from './about.rules.ts'
import type { LoadedMeeting } from './load-meeting.ts'

/** What something is called in a sentence or a list. */
export function thingName({ t, language }: Pick<Visit, 't' | 'language'>, one: AboutThing): string {
  const values = { number: String(one.number), title: inLanguage(one.title, language) }
  return t(`steering-group.about.${one.kind}`, values)
}

interface PointsAt {
  about_kind: AboutThing['kind'] | null
  about_id: string | null
}

interface Props {
  visit: Visit
  loaded: LoadedMeeting
}

/** What an item or a decision is about, with the way there. */
function AboutLine({ visit, loaded, of }: Props & { of: PointsAt }) {
  const one = loaded.things.get(aboutText(of.about_kind, of.about_id))
  if (!one) return null
  const name = thingName(visit, one)
  return (
    <p class="quiet">
      {visit.t('steering-group.is-about')} {one.path ? <a href={visit.to(one.path)}>{name}</a> : name}
    </p>
  )
}

interface AgendaProps extends Props {
  /** Buttons of the office beside an item. */
  actionsOf?: (item: LoadedMeeting['items'][number]) => Child
}

/** The agenda in its order; an item about a year's focus areas lists the proposals as they were weighed. */
export function Agenda({ visit, loaded, actionsOf }: AgendaProps) {
  return (
    <ol class="lined-list">
      {loaded.items.map((item) => (
        <li class="stack-tight">
          <p>
            <strong>
              {item.position}. <Text of={item.title} t={visit.t} />
            </strong>
          </p>
          <AboutLine visit={visit} loaded={loaded} of={item} />
          {item.about_kind === 'focus-year' && <Proposals visit={visit} loaded={loaded} item={item} />}
          {actionsOf?.(item)}
        </li>
      ))}
    </ol>
  )
}

function Proposals({ visit, loaded, item }: Props & { item: LoadedMeeting['items'][number] }) {
  const { t, language } = visit
  const proposals = loaded.proposals.get(Number(item.about_id)) ?? []
  const weighed = loaded.weighings.filter((one) => one.item_id === item.id)
  if (proposals.length === 0) return <p class="quiet">{t('steering-group.weigh.none')}</p>
  const lines = proposals.map((one) => ({
    title: inLanguage(one.title, language),
    weighing: weighed.find(({ proposal_id }) => proposal_id === one.id),
  }))
  const last = lines.length + 1
  return (
    <ul>
      {lines
        .toSorted((one, other) => (one.weighing?.place ?? last) - (other.weighing?.place ?? last))
        .map(({ title, weighing }) => (
          <li>
            {title}
            {weighing &&
              ` – ${
                weighing.place
                  ? t('steering-group.weigh.placed', { place: weighing.place })
                  : t('steering-group.weigh.not-placed')
              }`}
          </li>
        ))}
    </ul>
  )
}

interface DecisionProps extends Props {
  actionsOf?: (decision: LoadedMeeting['decisions'][number]) => Child
}

export function Decisions({ visit, loaded, actionsOf }: DecisionProps) {
  return (
    <ol class="lined-list">
      {loaded.decisions.map((decision) => (
        <li class="stack-tight" id={`d-${decision.number}`}>
          <p>
            <strong>§ {decision.number}.</strong> <Text of={decision.words} t={visit.t} />
          </p>
          <AboutLine visit={visit} loaded={loaded} of={decision} />
          {actionsOf?.(decision)}
        </li>
      ))}
    </ol>
  )
}

/** How many of the members were there, by party. */
export function Present({ visit, loaded }: Props) {
  const { t, language } = visit
  if (loaded.present.length === 0) return null
  const parties = Map.groupBy(loaded.members, (one) => one.party_id)
  const lines = [...parties.values()].map((members) => {
    const there = members.filter((one) => loaded.present.includes(one.id)).length
    return t('steering-group.present.party', {
      party: inLanguage(members[0]?.party_name ?? {}, language),
      there,
    })
  })
  return (
    <p>
      {t('steering-group.present', { there: loaded.present.length })} ({lines.join(', ')})
    </p>
  )
}
