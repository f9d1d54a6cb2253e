import { lookOf } from '#people/index.ts'
import type { Visit } from '#platform/http.ts'
import { localDate } from '#platform/time.ts'
import { Pattern } from '#platform/ui/marks.tsx'
import { DataTable } from '#platform/ui/parts.tsx'
import { type BalanceYear, balanceOver, type HeldSlot } from './balance.rules.ts'
import { sideWithId, slotsThatCount, type TurnSide, type Turns } from './load-turns.ts'
import { SideName } from './side.page.tsx'

interface Props {
  visit: Visit
  turns: Turns
}

/** Who has presented how often: a picture, and the same as a table. */
export function Balance({ visit, turns }: Props) {
  const { t, now } = visit
  const years = balanceOver(
    turns.sides.map(({ id }) => id),
    heldSlots(turns, now),
  )
  if (years.length === 0) return null
  return (
    <div class="stack">
      <h3>{t('malmo-hour.balance.title')}</h3>
      <div class="seats">
        <Picture years={years} sides={turns.sides} />
        <ul class="key">
          {turns.sides.map((side) => (
            <li>
              <SideName side={side} t={t} />
            </li>
          ))}
        </ul>
      </div>
      <div class="hour-years">
        <DataTable
          caption={t('malmo-hour.balance.title')}
          captionUnseen
          head={[
            t('malmo-hour.balance.year-and-side'),
            t('malmo-hour.balance.presented'),
            t('malmo-hour.balance.passed'),
            t('malmo-hour.balance.empty'),
          ]}
          rows={years.flatMap(({ year, sides }) =>
            sides.map(({ side, presented, passed, empty }) => [
              <>
                {year} <SideName side={sideWithId(turns, side)} t={t} />
              </>,
              String(presented),
              String(passed),
              String(empty),
            ]),
          )}
        />
      </div>
    </div>
  )
}

const heldSlots = (turns: Turns, now: string): HeldSlot[] =>
  slotsThatCount(turns)
    .filter(({ hour }) => hour.published_at !== null && hour.ends_at <= now)
    .map(({ hour, side, isTaken, passes }) => ({
      ...{ year: localDate(hour.starts_at).slice(0, 4), side, isTaken },
      passedBy: passes.map(({ party_id }) => party_id),
    }))

const unit = { width: 30, height: 16, gap: 4, left: 56, yearGap: 14 }

/** A bar for each side of each year, a box for each presentation. The table below says the same. */
function Picture({ years, sides }: { years: readonly BalanceYear[]; sides: readonly TurnSide[] }) {
  const most = Math.max(4, ...years.flatMap((year) => year.sides.map(({ presented }) => presented)))
  const yearHeight = sides.length * (unit.height + unit.gap) + unit.yearGap
  // Not much wider than it is shown, so that the years are written as large as the text around.
  const width = Math.max(400, unit.left + most * unit.width)
  const height = years.length * yearHeight - unit.yearGap
  return (
    <svg class="hour-balance" viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      {years.map((year, index) => (
        <g transform={`translate(0 ${index * yearHeight})`}>
          <text x="0" y={(yearHeight - unit.yearGap) / 2}>
            {year.year}
          </text>
          {year.sides.map((one, row) => (
            <g transform={`translate(0 ${row * (unit.height + unit.gap)})`}>
              <path class="hour-zero" d={`M${unit.left - 3} 0V${unit.height}`} />
              {Array.from({ length: one.presented }, (_, box) => (
                <Pattern
                  look={lookOf(sides[row]?.key ?? '')}
                  box={{
                    x: unit.left + box * unit.width,
                    width: unit.width - 3,
                    height: unit.height,
                  }}
                />
              ))}
            </g>
          ))}
        </g>
      ))}
    </svg>
  )
}
