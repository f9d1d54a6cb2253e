import { writeFileSync } from 'node:fs'
import type { Page } from 'playwright-core'

const [width, height] = [640, 480]

/** Writes a film that shows one picture, as a camera that is held still would see it: YUV4MPEG2, in grey. */
export async function filmOf(page: Page, svg: string, file: string): Promise<void> {
  const grey = Buffer.from(await greyOf(page, svg), 'base64')
  const colour = Buffer.alloc((width * height) / 2, 128)
  const frame = Buffer.concat([Buffer.from('FRAME\n'), grey, colour])
  const header = Buffer.from(`YUV4MPEG2 W${width} H${height} F10:1 Ip A1:1 C420jpeg\n`)
  writeFileSync(file, Buffer.concat([header, ...Array.from({ length: 10 }, () => frame)]))
}

/** The picture in the middle of a white frame, drawn by the browser; how light each point is, row by row. */
async function greyOf(page: Page, svg: string): Promise<string> {
  await page.goto('about:blank')
  const source = JSON.stringify(`data:image/svg+xml,${encodeURIComponent(svg)}`)
  return page.evaluate<string>(`(async () => {
    const image = new Image()
    image.src = ${source}
    await image.decode()
    const pen = new OffscreenCanvas(${width}, ${height}).getContext('2d')
    pen.fillStyle = 'white'
    pen.fillRect(0, 0, ${width}, ${height})
    const side = ${height * 0.7}
    pen.drawImage(image, (${width} - side) / 2, (${height} - side) / 2, side, side)
    const { data } = pen.getImageData(0, 0, ${width}, ${height})
    let text = ''
    for (let at = 0; at < data.length; at += 4) text += String.fromCodePoint(data[at])
    return btoa(text)
  })()`)
}
