/** A small PDF with a few lines on each page, as somebody's slides. The same lines give the same file. */
export function drawSlides(pages: readonly (readonly string[])[]): Buffer {
  const firstPage = 4
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, index) => `${firstPage + index * 2} 0 R`).join(' ')}] >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    ...pages.flatMap((lines, index) => [pageObject(firstPage + index * 2 + 1), contentObject(lines)]),
  ]
  return fileOf(objects)
}

const [width, height] = [960, 540]

const pageObject = (content: number): string =>
  `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] ` +
  `/Resources << /Font << /F1 3 0 R >> >> /Contents ${content} 0 R >>`

function contentObject(lines: readonly string[]): string {
  const shown = lines.map((line) => `(${line.replaceAll(/[\\()]/g, String.raw`\$&`)}) Tj 0 -60 Td`)
  const stream = `BT /F1 34 Tf 80 400 Td ${shown.join(' ')} ET`
  return `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`
}

/** The objects, and the table that says at which byte each of them begins. */
function fileOf(objects: readonly string[]): Buffer {
  let text = '%PDF-1.4\n'
  const places = objects.map((object, index) => {
    const place = text.length
    text += `${index + 1} 0 obj\n${object}\nendobj\n`
    return `${String(place).padStart(10, '0')} 00000 n \n`
  })
  const table = text.length
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join('')}`
  text += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`
  return Buffer.from(text, 'latin1')
}
