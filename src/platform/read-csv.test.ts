import { deepEqual, equal, ok, throws } from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { textOfCell, toCsv } from './csv.ts'
import { decoded, encodingOf } from './decode.ts'
import { languages } from './language.ts'
import { readCsv, UnreadableCsv } from './read-csv.ts'

const ends = ['\n', '\r\n', '\r'] as const

test('a row is named by the line it begins on, however lines end and whatever quotes hold', () => {
  for (const end of ends)
    for (const mark of ['', '\uFEFF'])
      for (const quoted of ['b', '"b"']) {
        const text = `${mark}a;${quoted}${end}1;${quoted === 'b' ? 'x' : `"x${end}y"`}${end}${end}2;3${end}`
        const { rows, delimiter } = readCsv(text)
        equal(delimiter, ';')
        deepEqual(
          rows.map(({ line }) => line),
          quoted === 'b' ? [1, 2, 4] : [1, 2, 5],
        )
        deepEqual(rows.at(-1)?.cells, ['2', '3'])
      }
})

test('the first line says what stands between the cells; signs in quotes say nothing', () => {
  const cases: [text: string, delimiter: string][] = [
    ['a,b', ','],
    ['a;b', ';'],
    ['a\tb', '\t'],
    ['"a,b,c";d', ';'],
    ['a', ','],
    ['sep=;\r\na,b;c', ';'],
    ['\n\na;b', ';'],
  ]
  for (const [text, delimiter] of cases) equal(readCsv(text).delimiter, delimiter, text)
  deepEqual(readCsv('sep=\t\r\na\tb').rows, [{ line: 2, cells: ['a', 'b'] }])
})

test('a quote that nobody closes is found where it begins, a stray one where it stands', () => {
  const lineOf = (text: string, line: number) =>
    throws(
      () => readCsv(text),
      (error) => error instanceof UnreadableCsv && error.line === line,
    )
  lineOf('a;b\n1;"2\n3\n4\n', 2)
  lineOf('a;b\n1;2\n3;"4"5\n6;7\n', 3)
})

test('text is read as the spreadsheet saved it', () => {
  const text = 'namn;språk\r\nÅsa – ”Ö”;ñ'
  const utf16 = Buffer.from(text, 'utf16le')
  const western = Buffer.from(text.replace('–', '\u0096').replaceAll('”', '\u0094'), 'latin1')
  const saved: [bytes: Buffer, encoding: string][] = [
    [Buffer.from(text), 'utf-8'],
    [Buffer.from(`\uFEFF${text}`), 'utf-8'],
    [Buffer.concat([Buffer.from([0xff, 0xfe]), utf16]), 'utf-16le'],
    [utf16, 'utf-16le'],
    [Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(utf16).swap16()]), 'utf-16be'],
    [western, 'windows-1252'],
  ]
  for (const [bytes, encoding] of saved) deepEqual([encodingOf(bytes), decoded(bytes)], [encoding, text])
})

test('whatever is written cannot run, and is read as it was', () => {
  const begun = fc.tuple(
    fc.constantFrom('', '=', '+', '-', '@', '\t', '\n', "'", "'=", ' ='),
    fc.string({ unit: 'grapheme' }),
  )
  const cell = begun.map(([first, rest]) => `${first}${rest}x`.replaceAll(/[\r\0]/g, ''))
  const rows = fc.array(fc.tuple(cell, cell), { maxLength: 5 })
  fc.assert(
    fc.property(rows, fc.constantFrom(...languages), (table, language) => {
      const [, ...read] = readCsv(toCsv(['a', 'b'], table, language)).rows
      for (const { cells } of read) for (const one of cells) ok(!/^\s*[=+\-@\t]/.test(one), one)
      deepEqual(
        read.map(({ cells }) => cells.map(textOfCell)),
        table,
      )
    }),
  )
})
