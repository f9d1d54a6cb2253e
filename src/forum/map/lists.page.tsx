import type { Child } from 'hono/jsx'
import { Tag } from '#platform/ui/parts.tsx'
import type { Words } from '#platform/words.ts'
import { type By, StatementResult, StatementWords } from './results.page.tsx'
import { leastInWords } from './shares-in-words.ts'
import type { ShownMap, ShownStatement, Sided } from './shown-map.ts'

interface Props {
  t: Words
  map: ShownMap
  /** Of their headings. */
  level?: 2 | 4
}

/** What is agreed, what bridges and what divides, each statement with its numbers. */
export function Lists({ t, map, level = 2 }: Props) {
  if (map.verdict === 'too-few') return null
  const hasGroups = map.groups.length > 0
  const numbers = (some: readonly { statement: number }[]): number[] => some.map(({ statement }) => statement)
  return (
    <>
      <Cards {...{ t, map, level }} name="agreed" by="all" statements={numbers(map.agreed)} />
      {hasGroups && (
        <Bridges {...{ t, map, level }} name="bridges-groups" by="groups" some={map.bridgesGroups} />
      )}
      {map.sectors.length > 0 && (
        <Bridges {...{ t, map, level }} name="bridges-sectors" by="sectors" some={map.bridgesSectors} />
      )}
      {hasGroups ? (
        <Cards {...{ t, map, level }} name="divides" by="groups" statements={numbers(map.dividesGroups)} />
      ) : (
        <Cards {...{ t, map, level }} name="splits" by="all" statements={map.splits} />
      )}
      {map.dividesSectors.length > 0 && (
        <Cards
          {...{ t, map, level }}
          name="divides-sectors"
          by="sectors"
          statements={numbers(map.dividesSectors)}
        />
      )}
    </>
  )
}

const Heading = ({ level, id, children }: { level: Props['level']; id: string; children: Child }) =>
  level === 4 ? <h4 id={id}>{children}</h4> : <h2 id={id}>{children}</h2>

const known = ({ statements }: ShownMap, numbers: readonly number[]): ShownStatement[] =>
  numbers.flatMap((wanted) => statements.find(({ number }) => number === wanted) ?? [])

interface CardsProps extends Props {
  name: string
  by: By
  statements: number[]
}

/** Each statement with a bar for everybody, or for each group or sector. */
function Cards({ t, map, level, name, by, statements }: CardsProps) {
  return (
    <section class="stack" aria-labelledby={`list-${name}`}>
      <Heading level={level} id={`list-${name}`}>
        {t(`opinions.list.${name}`)}
      </Heading>
      {statements.length === 0 ? (
        <p>{t(`opinions.list-empty.${name}`)}</p>
      ) : (
        <>
          <p class="quiet">{t(`opinions.list-says.${name}`)}</p>
          <ol class="statement-results">
            {known(map, statements).map((statement) => (
              <StatementResult t={t} map={map} statement={statement} by={by}>
                {name === 'agreed' && <Also t={t} map={map} number={statement.number} />}
              </StatementResult>
            ))}
          </ol>
        </>
      )}
    </section>
  )
}

/** What else is true of a statement that most agree on. */
function Also({ t, map, number }: Props & { number: number }) {
  const isIn = (some: readonly Sided[]): boolean => some.some(({ statement }) => statement === number)
  const [groups, sectors] = [isIn(map.bridgesGroups), isIn(map.bridgesSectors)]
  if (!groups && !sectors) return null
  return (
    <p class="row">
      {groups && <Tag>{t('opinions.also.groups')}</Tag>}
      {sectors && <Tag>{t('opinions.also.sectors')}</Tag>}
    </p>
  )
}

interface BridgesProps extends Props {
  name: string
  by: 'groups' | 'sectors'
  some: readonly Sided[]
}

/** Each statement with what even the most doubtful part says. */
function Bridges({ t, map, level, name, by, some }: BridgesProps) {
  return (
    <section class="stack" aria-labelledby={`list-${name}`}>
      <Heading level={level} id={`list-${name}`}>
        {t(`opinions.list.${name}`)}
      </Heading>
      {some.length === 0 ? (
        <p>{t(`opinions.list-empty.${name}`)}</p>
      ) : (
        <>
          <p class="quiet">{t(`opinions.list-says.${name}`)}</p>
          <ol class="bridges">
            {some.map(({ statement: number, side }) =>
              known(map, [number]).map((statement) => (
                <li>
                  <span class="said">
                    <StatementWords t={t} statement={statement} />
                  </span>{' '}
                  <span class="quiet">
                    {leastInWords(t, statement[by], side)} · {t('opinions.statement.number', { number })}
                  </span>
                </li>
              )),
            )}
          </ol>
        </>
      )}
    </section>
  )
}
