import { deepEqual, equal, throws } from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { readContent } from './content.ts'

const root = mkdtempSync(join(tmpdir(), 'malmoandan-content-'))
after(() => rmSync(root, { recursive: true, force: true }))

function folderWith(files: Record<string, string>): string {
  const folder = `folder-${Math.random().toString(36).slice(2)}`
  mkdirSync(join(root, folder))
  for (const [name, text] of Object.entries(files)) writeFileSync(join(root, folder, name), text)
  return folder
}

test('files of one key in several languages become one entry', () => {
  const folder = folderWith({
    'b.sv.md': '---\ntitle: Brev\nposition: 2\nended: null\n---\n\nHej\n\nhej\n',
    'b.en.md': '---\r\ntitle: Letter\r\nposition: 2\r\nended:\r\n---\r\nHello',
    'a.es.md': '---\ntitle: Carta\n---\n',
  })
  const [a, b] = readContent(folder, root)
  deepEqual([a?.key, a?.texts('title'), a?.body], ['a', { es: 'Carta' }, {}])
  deepEqual(b?.texts('title'), { sv: 'Brev', en: 'Letter' })
  deepEqual(b?.body, { sv: 'Hej\n\nhej', en: 'Hello' })
  deepEqual([b?.one('position'), b?.one('ended')], ['2', null])
})

test('a broken file is named, with what to do about it', () => {
  const cases: [Record<string, string>, RegExp][] = [
    [{ 'a.md': '---\n---\n' }, /a\.md needs a name like history\.sv\.md/],
    [{ 'a.sv.md': 'Hej' }, /a\.sv\.md must begin with a line ---/],
    [{ 'a.sv.md': '---\ntitle: en: två\n---\n' }, /a\.sv\.md cannot be read.*quotation marks/s],
    [{ 'a.sv.md': '---\nhej\n---\n' }, /a\.sv\.md must look like "title: …"/],
  ]
  for (const [files, message] of cases) throws(() => readContent(folderWith(files), root), message)
  const folder = folderWith({ 'a.sv.md': '---\nbegan: 2019\n---\n', 'a.en.md': '---\nbegan: 2020\n---\n' })
  throws(() => readContent(folder, root)[0]?.one('began'), /"began" must be the same.*2020, 2019/)
})

test('the starting content can be read, and every text is there in three languages', () => {
  for (const folder of ['pages', 'series', 'network']) {
    for (const entry of readContent(folder)) {
      for (const name of ['lead', folder === 'pages' ? 'title' : 'name']) {
        equal(Object.keys(entry.texts(name)).length, 3, `${folder}/${entry.key}: ${name}`)
      }
      equal(Object.keys(entry.body).length, 3, `${folder}/${entry.key}`)
    }
  }
})
