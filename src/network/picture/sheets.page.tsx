import type { View } from './view-of.ts'

interface Props {
  view: Pick<View, 'frame' | 'rooms'>
}

// As high as fits on a sheet of paper that lies on its side, in units of the drawing.
const sheetHeight = 580
// A room that is higher goes on over several sheets; what stands at the cut is whole on one of them.
const overlap = 36

interface Sheet {
  top: number
  height: number
}

/** The same on paper: as many sheets as it needs, cut between rooms. For the eye alone, the table says it all. */
export function Sheets({ view: { frame, rooms } }: Props) {
  return (
    <>
      {sheetsOf(frame, rooms).map(({ top, height }) => (
        <svg
          class="network-drawing sheet"
          viewBox={`${frame.left} ${top} ${frame.width} ${height}`}
          aria-hidden="true"
        >
          <use href="#network-wide" />
        </svg>
      ))}
    </>
  )
}

export function sheetsOf(frame: View['frame'], rooms: readonly { y: number }[]): Sheet[] {
  const end = frame.top + frame.height
  const cuts = [...new Set(rooms.map(({ y }) => y - 5))]
    .filter((y) => y > frame.top + 1 && y < end)
    .toSorted((a, b) => a - b)
  const sheets: Sheet[] = []
  let top = frame.top
  for (const [index, cut] of cuts.entries()) {
    const next = cuts[index + 1] ?? end
    if (next - top <= sheetHeight) continue
    sheets.push({ top, height: cut - top })
    top = cut
  }
  return [...sheets, { top, height: end - top }].flatMap(inParts)
}

function inParts({ top, height }: Sheet): Sheet[] {
  const count = Math.ceil((height - overlap) / (sheetHeight * 1.1 - overlap))
  if (count <= 1) return [{ top, height }]
  const part = (height + overlap * (count - 1)) / count
  return Array.from({ length: count }, (_, at) => ({ top: top + at * (part - overlap), height: part }))
}
