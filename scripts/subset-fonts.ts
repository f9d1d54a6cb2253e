// Run by hand when the typeface or its characters change: `node scripts/subset-fonts.ts`. What it writes is
// committed, so that nobody has to cut fonts when installing.
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import subsetFont from 'subset-font'

const root = join(import.meta.dirname, '..')
const typeface = join(root, 'node_modules/@fontsource-variable/atkinson-hyperlegible-next')
const target = join(root, 'public/fonts')
const forPaper = join(root, 'content/fonts')

const range = (from: number, to: number): string =>
  String.fromCodePoint(...Array.from({ length: to - from + 1 }, (_, index) => from + index))

/** What Swedish, English and Spanish need, and the marks our pages use. */
const latin = `${range(0x20, 0x7e)}\u00a0¡¿«»·§°©×åäöÅÄÖéÉèàüÜñÑáÁíÍóÓúÚøØæÆ–—‘’“”„•…€½−`
/** Names of people and organisations come in more languages: loaded only by a page that shows such letters. */
const latinExtended = range(0x100, 0x17f)

async function cut(file: string, characters: string, name: string): Promise<void> {
  const whole = readFileSync(join(typeface, 'files', file))
  const weights = { wght: { min: 400, max: 700 } }
  const font = await subsetFont(whole, characters, { targetFormat: 'woff2', variationAxes: weights })
  writeFileSync(join(target, name), font)
}

/** On paper a weight is a font of its own, and names come with all their letters. */
const onPaper = [
  ['latin', `${range(0x20, 0x7e)}${range(0xa0, 0xff)}–—‘’“”„•…`],
  ['latin-ext', `${range(0x100, 0x17f)}${range(0x1e00, 0x1eff)}ȘșȚț`],
] as const

async function cutForPaper(letters: string, characters: string, weight: number): Promise<void> {
  const whole = readFileSync(
    join(typeface, 'files', `atkinson-hyperlegible-next-${letters}-wght-normal.woff2`),
  )
  const font = await subsetFont(whole, characters, { targetFormat: 'sfnt', variationAxes: { wght: weight } })
  writeFileSync(join(forPaper, `${letters}-${weight}.ttf`), font)
}

mkdirSync(target, { recursive: true })
await cut('atkinson-hyperlegible-next-latin-wght-normal.woff2', latin, 'atkinson-next.woff2')
await cut('atkinson-hyperlegible-next-latin-ext-wght-normal.woff2', latinExtended, 'atkinson-next-ext.woff2')
copyFileSync(join(typeface, 'LICENSE'), join(target, 'LICENSE.txt'))

mkdirSync(forPaper, { recursive: true })
for (const [letters, characters] of onPaper)
  for (const weight of [400, 700]) await cutForPaper(letters, characters, weight)
copyFileSync(join(typeface, 'LICENSE'), join(forPaper, 'LICENSE.txt'))
