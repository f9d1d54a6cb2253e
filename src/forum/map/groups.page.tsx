import { DataTable } from '#platform/ui/parts.tsx'
import type { Words } from '#platform/words.ts'
import { GroupMark, groupInWords } from './picture.page.tsx'
import { lookOfGroup } from './picture.ts'
import { StatementWords } from './results.page.tsx'
import { otherInWords, ownInWords } from './shares-in-words.ts'
import type { Sided, ShownMap } from './shown-map.ts'

interface Props {
  t: Words
  map: ShownMap
}

/** Each group in words: how many they are, and what they agree on most. */
export function GroupCards({ t, map, level = 2 }: Props & { level?: 2 | 4 }) {
  // oxlint-disable-next-line typescript/no-unnecessary-type-assertion
  const Heading = `h${level}` as 'h2' | 'h4'
  if (map.groups.length === 0)
    return (
      <div class="group-cards">
        <p>{t('opinions.groups.none')}</p>
        <Apart t={t} map={map} />
      </div>
    )
  return (
    <div class="group-cards">
      {map.groups.map((group, at) => (
        <section
          class={`group-card is-group-${lookOfGroup(group.name)}`}
          aria-labelledby={`group-${group.name}`}
        >
          <Heading id={`group-${group.name}`}>
            <GroupMark name={group.name} /> {groupInWords(t, group)}
          </Heading>
          {group.standsFor.length === 0 ? (
            <p>{t('opinions.groups.nothing')}</p>
          ) : (
            <>
              <p class="quiet">{t('opinions.groups.stands-for')}</p>
              <ul>
                {group.standsFor.map((one) => (
                  <StandsFor t={t} map={map} at={at} one={one} />
                ))}
              </ul>
            </>
          )}
        </section>
      ))}
      <Apart t={t} map={map} />
    </div>
  )
}

/** What a group says of a statement, and what others say of it. */
function StandsFor({ t, map, at, one }: Props & { at: number; one: Sided }) {
  const statement = map.statements.find(({ number }) => number === one.statement)
  const own = statement?.groups[at]
  if (!statement || !own) return null
  const others = map.groups.flatMap(({ name }, group) => {
    const shares = statement.groups[group]
    return group === at || !shares ? [] : [otherInWords(t, name, shares, one.side)]
  })
  return (
    <li>
      <StatementWords t={t} statement={statement} />{' '}
      <span class="small quiet">
        {ownInWords(t, own, one.side)}
        {others.join('')}
      </span>
    </li>
  )
}

const Apart = ({ t, map: { apart } }: Props) =>
  apart === 0 ? null : (
    <p class="small quiet">
      {apart === null ? t('opinions.apart.few') : t('opinions.apart.people', { people: apart })}
    </p>
  )

/** The same as the picture, as a table. */
export function GroupsTable({ t, map }: Props) {
  if (map.groups.length === 0) return null
  return (
    <DataTable
      caption={t('opinions.table.groups')}
      onPhone="labels"
      head={[t('opinions.table.group'), t('opinions.table.people'), t('opinions.table.typical')]}
      rows={map.groups.map((group) => [
        <>
          <GroupMark name={group.name} /> {t('opinions.group.name', { name: group.name })}
        </>,
        group.people === null ? t('opinions.table.few') : String(group.people),
        <Typical t={t} map={map} one={group.standsFor[0]} />,
      ])}
    />
  )
}

function Typical({ t, map, one }: Props & { one: Sided | undefined }) {
  const statement = map.statements.find(({ number }) => number === one?.statement)
  if (!one || !statement) return <>–</>
  return (
    <>
      {t(`opinions.table.${one.side}`)} <StatementWords t={t} statement={statement} />
    </>
  )
}
