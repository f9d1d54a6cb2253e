import type { Child } from 'hono/jsx'
import { lookOf } from '#people/index.ts'
import { Pattern, SectorMark } from '#platform/ui/marks.tsx'
import type { Words } from '#platform/words.ts'
import { GroupMark } from './picture.page.tsx'
import { lookOfGroup } from './picture.ts'
import { languageInWords } from '#platform/language-words.ts'
import { sharesInWords } from './shares-in-words.ts'
import type { Share, Shares } from './shares-to-tell.rules.ts'
import type { ShownMap, ShownStatement } from './shown-map.ts'

/** By whom the results of a statement are told. */
export type By = 'all' | 'groups' | 'sectors'

interface ResultProps {
  t: Words
  map: Pick<ShownMap, 'groups' | 'sectors'>
  statement: ShownStatement
  by: By
  /** Beside the statement: what else is true of it. */
  children?: Child
}

/** A statement, and how it was voted on: a bar and its numbers for each. */
export function StatementResult({ t, map, statement, by, children }: ResultProps) {
  return (
    <li class="statement-result">
      <p class="said">
        <StatementWords t={t} statement={statement} />
        <span class="number">{t('opinions.statement.number', { number: statement.number })}</span>
      </p>
      {children}
      <ul class="shares">
        {rowsBy(t, by, map, statement).map(({ who, shares, look }) => (
          <li>
            <span class="who">{who}</span>
            {shares ? (
              <>
                {shares.told !== 'words' && <ShareBar shares={shares} look={look} />}
                <span class="figures">{sharesInWords(t, shares)}</span>
              </>
            ) : (
              <span class="figures quiet">{t('opinions.too-few-votes')}</span>
            )}
          </li>
        ))}
      </ul>
    </li>
  )
}

/** In the reader's language when somebody has translated it; else as it was written. */
export function StatementWords({ t, statement }: { t: Words; statement: ShownStatement }) {
  const { language, words, translations } = statement
  if (language === t.language) return <q>{words}</q>
  const own = translations[t.language]
  if (own) return <q>{own}</q>
  return (
    <>
      <q lang={language}>{words}</q>{' '}
      <span class="small quiet">
        {t('opinions.statement.written-in', { language: languageInWords(t.language, language) })}
      </span>
    </>
  )
}

interface Row {
  who: Child
  shares: Shares | null
  look: string
}

function rowsBy(t: Words, by: By, { groups, sectors }: ResultProps['map'], statement: ShownStatement): Row[] {
  if (by === 'all') return [{ who: t('opinions.everybody'), shares: statement.all, look: 'everybody' }]
  if (by === 'groups')
    return groups.map(({ name }, at) => ({
      who: (
        <>
          <GroupMark name={name} /> {t('opinions.group.name', { name })}
        </>
      ),
      ...{ shares: statement.groups[at] ?? null, look: `is-group-${lookOfGroup(name)}` },
    }))
  return sectors.map((sector, at) => ({
    who: (
      <>
        <SectorMark look={lookOf(sector)} /> {t(`who-met.sector.${sector}`)}
      </>
    ),
    ...{ shares: statement.sectors[at] ?? null, look: 'everybody' },
  }))
}

const bar = { width: 200, height: 12 }

type InNumbers = Exclude<Shares, { told: 'words' }>

/** What lies beyond a bound is drawn in the middle of what it may be. */
function lengthOf(share: Share): number {
  const part = share === 'over-90' ? 95 : share === 'under-10' ? 5 : share
  return (part / 100) * bar.width
}

/** Who agrees from the left, who disagrees from the right, and between them those who pass. */
function ShareBar({ shares: { agree, disagree }, look }: { shares: InNumbers; look: string }) {
  const [yes, no] = [lengthOf(agree), lengthOf(disagree)]
  return (
    <svg class={`share-bar ${look}`} viewBox={`0 0 ${bar.width} ${bar.height}`} aria-hidden="true">
      <rect class="all" width={bar.width} height={bar.height} rx="2" />
      {yes > 0 && <rect class="yes" width={yes} height={bar.height} rx="2" />}
      {no > 0 && (
        <g class="no">
          <Pattern look="lines" box={{ x: bar.width - no, width: no, height: bar.height }} />
        </g>
      )}
    </svg>
  )
}
