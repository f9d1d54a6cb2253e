import type { Spot } from './layout.ts'

interface Frame {
  left: number
  top: number
  width: number
  height: number
}

interface Size {
  width: number
  height: number
}

// What is left out around a part of the whole, in units of the drawing: words stand beside marks, and need more of it.
const around = { above: 70, beside: 150 }
const widthMin = 520

/** What is seen of the drawing: all of it, or the part in which there is something. */
export function frameFor(
  marks: readonly Spot[],
  canvas: Size,
  { isWhole, isWide }: { isWhole: boolean; isWide: boolean },
): Frame {
  const whole = { left: 0, top: 0, width: canvas.width, height: canvas.height }
  if (isWhole || marks.length === 0) return whole
  const { from: top, to: bottom } = spanOf(
    marks.map(({ y }) => y),
    around.above,
    canvas.height,
  )
  const rows = { ...whole, top, height: bottom - top }
  if (!isWide) return rows
  const across = spanOf(
    marks.map(({ x }) => x),
    around.beside,
    canvas.width,
  )
  const left = Math.max(0, Math.min(across.from, canvas.width - widthMin))
  const right = Math.min(canvas.width, Math.max(across.to, left + widthMin))
  return { ...rows, left, width: right - left }
}

const spanOf = (all: readonly number[], more: number, end: number): { from: number; to: number } => ({
  from: Math.max(0, Math.min(...all) - more),
  to: Math.min(end, Math.max(...all) + more),
})
