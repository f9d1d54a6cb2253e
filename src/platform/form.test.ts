import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import * as z from 'zod'
import { toCsv } from './csv.ts'
import { checkForm, emailAddress, line, optionalTexts, several, texts } from './form.ts'
import { preferredLanguage } from './language.ts'
import { markdown } from './markdown.ts'

const Shape = z.object({
  title: texts(50),
  note: optionalTexts(50),
  name: line(10),
  email: emailAddress,
  days: several(['mon', 'tue']),
})

test('a form that is filled in comes back tidied', () => {
  const filled = {
    'title.sv': ' Hej ',
    'title.en': '',
    name: ' A\u0000b\n',
    email: ' Åsa@Exempel.SE ',
    days: 'mon',
  }
  const read = checkForm(filled, Shape)
  ok(read.ok)
  deepEqual(read.value, {
    title: { sv: 'Hej' },
    note: {},
    name: 'A b',
    email: 'åsa@exempel.se',
    days: ['mon'],
  })
})

test('every mistake has its field and a key, and the words are kept', () => {
  const filled = { 'title.sv': '', name: 'x'.repeat(10_000), email: 'nobody', days: ['mon', 'never'] }
  const read = checkForm(filled, Shape)
  ok(!read.ok)
  equal(read.filled, filled)
  deepEqual(read.mistakes, {
    'title.sv': 'platform.form.one-language',
    name: 'platform.form.too-long',
    email: 'platform.form.email-wrong',
    'days.1': 'platform.form.choose',
  })
})

test('addresses in other alphabets are addresses', () => {
  for (const address of ['用户@例子.公司', 'åsa@ö.se', "o'neil+malmo@example.org"])
    ok(emailAddress.safeParse(address).success, address)
  for (const address of ['a@b', 'a b@c.se', 'a@b@c.se', '<a@b.se>', 'a@.se'])
    ok(!emailAddress.safeParse(address).success, address)
})

test('a value that begins like a formula stays text in a spreadsheet', () => {
  const file = toCsv(['namn'], [['=cmd|x'], ['+1'], [' @a'], ['-'], [-5], ['a;"b"']])
  equal(file, '\uFEFFnamn\r\n\'=cmd|x\r\n\'+1\r\n\' @a\r\n\'-\r\n-5\r\n"a;""b"""\r\n')
})

test("an editor's text may hold neither scripts nor addresses that run", () => {
  const html = markdown(
    '# A\n\n<script>x</script><img src=x onerror=y>\n\n[b](javascript:z) [c](https://c.example)',
  )
  equal(html.replaceAll('\n', ''), '<h2>A</h2><p><a>b</a> <a href="https://c.example">c</a></p>')
})

test('the language that the reader prefers is chosen among ours', () => {
  deepEqual(
    ['en-US,en;q=0.9', 'de,es-MX;q=0.8,sv;q=0.5', 'fi', undefined, 'en;q=0,sv;q=0.1'].map(preferredLanguage),
    ['en', 'es', 'sv', 'sv', 'sv'],
  )
})
