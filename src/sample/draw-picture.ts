const width = 1200
const height = 675

interface Table {
  x: number
  y: number
  size: number
  colour: string
}

const tables: readonly Table[] = [
  { x: 190, y: 250, size: 92, colour: '#B5432E' },
  { x: 430, y: 440, size: 118, colour: '#1E6FA8' },
  { x: 660, y: 215, size: 104, colour: '#F2B705' },
  { x: 860, y: 470, size: 86, colour: '#3B7D4F' },
  { x: 1045, y: 270, size: 112, colour: '#7A4B8C' },
]

/** Round tables with seats, joined by a red thread, drawn for an announcement. */
export async function drawPicture() {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <rect width="${width}" height="${height}" fill="#FDF3D6"/>
    <path d="${thread()}" fill="none" stroke="#C8102E" stroke-width="7" stroke-linecap="round"/>
    ${tables.map(roundTable).join('\n')}</svg>`
  // Fetched only when the sample year is filled: it takes a moment and a good deal of memory.
  const { default: sharp } = await import('sharp')
  const webp = await sharp(Buffer.from(svg)).webp({ quality: 80, effort: 1 }).toBuffer()
  return { webp, width, height }
}

/** From the left edge to the right, through the middle of every table. */
function thread(): string {
  const points = [{ x: -20, y: 420 }, ...tables, { x: width + 20, y: 430 }]
  return points
    .map(({ x, y }, index) => {
      const before = points[index - 1]
      if (!before) return `M${x} ${y}`
      const middle = (before.x + x) / 2
      return `C${middle} ${before.y} ${middle} ${y} ${x} ${y}`
    })
    .join('')
}

const seats = 8

function roundTable({ x, y, size, colour }: Table): string {
  const chairs = Array.from({ length: seats }, (_, index) => {
    const angle = (2 * Math.PI * index) / seats + x
    const cx = (x + Math.cos(angle) * size * 1.32).toFixed(1)
    const cy = (y + Math.sin(angle) * size * 1.32).toFixed(1)
    return `<circle cx="${cx}" cy="${cy}" r="${size * 0.19}" fill="${colour}" opacity="0.75"/>`
  })
  return `<circle cx="${x}" cy="${y}" r="${size}" fill="${colour}"/>${chairs.join('')}`
}
