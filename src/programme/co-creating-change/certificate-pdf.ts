import { join } from 'node:path'
import { dateInWords } from '#platform/dates.ts'
import { inLanguage, type Language, type Texts } from '#platform/language.ts'
import { projectRoot } from '#platform/root.ts'
import { type Instant, localDate } from '#platform/time.ts'
import { type Words, wordsFor } from '#platform/words.ts'
import { type Letters, runsOf } from './certificate.rules.ts'

interface Certificate {
  name: string
  language: Language
  course: { title: Texts }
  sessions: readonly { title: Texts; starts_at: Instant }[]
  attended: number
  /** Who holds the course together: both parties, as they are called. */
  parties: readonly Texts[]
  number: string
  madeAt: Instant
  /** The address where anybody can ask whether it is ours. */
  checkAt: string
}

type Weight = 400 | 700
const fontFile = (letters: Letters, weight: Weight): string =>
  join(projectRoot, 'content/fonts', `${letters}-${weight}.ttf`)

const page = { margin: 64, width: 595.28, height: 841.89 }
const ink = { dark: '#22303c', blue: '#0f5c8c', quiet: '#4a5a68' }

/**
 * The certificate as a PDF that can be read aloud: tagged, with its language and title, in the site's own typeface. It
 * is made when it is asked for and kept nowhere. The library is loaded then too, since most days nobody asks.
 */
export async function certificatePdf(certificate: Certificate): Promise<Buffer> {
  const { default: PdfDocument } = await import('pdfkit')
  const t = wordsFor(certificate.language)
  const doc = new PdfDocument({
    ...{ size: 'A4', margin: page.margin, pdfVersion: '1.7', tagged: true },
    // The library knows it, its types not yet.
    subset: 'PDF/UA' as never,
    ...{ lang: t.language, displayTitle: true, font: fontFile('latin', 400) },
    info: {
      Title: t('co-creating-change.pdf.window', { name: certificate.name }),
      CreationDate: new Date(certificate.madeAt),
    },
  })
  const read = readAll(doc)
  frame(doc)
  const root = doc.struct('Document')
  doc.addStructure(root)
  doc.y = page.margin + 60
  for (const { tag, text, size, weight = 400, color = ink.dark, after } of linesOf(t, certificate)) {
    root.add(
      doc.struct(tag, {}, () => {
        doc.fontSize(size).fillColor(color)
        const runs = runsOf(text)
        for (const [index, run] of runs.entries()) {
          const isLast = index === runs.length - 1
          doc.font(fontFile(run.letters, weight)).text(run.text, { continued: !isLast, lineGap: 3 })
        }
      }),
    )
    doc.y += after
  }
  root.end()
  doc.end()
  return read
}

interface Line {
  tag: 'H1' | 'H2' | 'P'
  text: string
  size: number
  weight?: Weight
  color?: string
  after: number
}

function linesOf(t: Words, one: Certificate): Line[] {
  const { language } = t
  const day = (at: Instant): string => dateInWords(language, localDate(at))
  const parties = new Intl.ListFormat(language, { type: 'conjunction' }).format(
    one.parties.map((party) => inLanguage(party, language)),
  )
  const title = inLanguage(one.course.title, language)
  return [
    { tag: 'H1', text: t('co-creating-change.pdf.title'), size: 34, weight: 700, color: ink.blue, after: 28 },
    { tag: 'P', text: one.name, size: 24, weight: 700, after: 14 },
    { tag: 'P', text: t('co-creating-change.pdf.has-attended', { title }), size: 14, after: 14 },
    {
      ...{ tag: 'P', size: 12, after: 24 },
      text: t('co-creating-change.pdf.sessions', { attended: one.attended, all: one.sessions.length }),
    },
    { tag: 'H2', text: t('co-creating-change.sessions'), size: 14, weight: 700, color: ink.blue, after: 6 },
    ...one.sessions.map((session): Line => ({
      ...{ tag: 'P', size: 12, after: 4 },
      text: `${day(session.starts_at)} – ${inLanguage(session.title, language)}`,
    })),
    { tag: 'P', text: t('co-creating-change.pdf.parties', { parties }), size: 12, after: 24 },
    {
      ...{ tag: 'P', size: 11, color: ink.quiet, after: 4 },
      text: t('co-creating-change.pdf.made', { date: day(one.madeAt) }),
    },
    {
      ...{ tag: 'P', size: 11, color: ink.quiet, after: 0 },
      text: t('co-creating-change.pdf.number', { number: one.number, address: one.checkAt }),
    },
  ]
}

/** Two strands across the top, for the eye alone. */
function frame(doc: PDFKit.PDFDocument): void {
  const [left, right] = [page.margin, page.width - page.margin]
  doc.markContent('Artifact', { type: 'Layout' })
  for (const [color, way] of [
    [ink.blue, 1],
    ['#c2502e', -1],
  ] as const) {
    doc
      .lineWidth(5)
      .strokeColor(color)
      .moveTo(left, page.margin + 10 * way)
    const step = (right - left) / 4
    for (let wave = 0; wave < 4; wave += 1) {
      const from = left + wave * step
      const [high, low] = [page.margin + 10 * way, page.margin - 10 * way]
      doc.bezierCurveTo(from + step * 0.25, high, from + step * 0.25, low, from + step / 2, low)
      doc.bezierCurveTo(from + step * 0.75, low, from + step * 0.75, high, from + step, high)
    }
    doc.stroke()
  }
  doc.endMarkedContent()
}

function readAll(doc: PDFKit.PDFDocument): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    doc.on('data', (chunk: Buffer) => chunks.push(chunk))
    doc.on('end', () => resolve(Buffer.concat(chunks)))
    doc.on('error', reject)
  })
}
