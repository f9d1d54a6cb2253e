import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { readSettings } from './settings.ts'

test('nothing needs to be set', () => {
  const settings = readSettings({})
  equal(settings.port, 3000)
  equal(settings.baseUrl, 'http://localhost:3000')
  equal(settings.databaseUrl, undefined)
})

test('all problems are listed at once, in sentences, and no value is shown', () => {
  const secret = 'mysql://user:secret@host/db'
  let message = ''
  try {
    readSettings({
      PORT: 'abc',
      BASE_URL: 'malmoandan.example',
      DATABASE_URL: secret,
      SMTP_URL: 'http://user:secret@mail',
      MAIL_FROM: 'nobody',
    })
  } catch (error) {
    message = String(error)
  }
  for (const name of ['PORT', 'BASE_URL', 'DATABASE_URL', 'SMTP_URL', 'MAIL_FROM'])
    match(message, new RegExp(`- ${name} must`))
  ok(!message.includes('secret'))
})

test('a setting left empty counts as not set, and the address of the site is its origin', () => {
  const { baseUrl, smtpUrl } = readSettings({ BASE_URL: 'https://malmoandan.example/', SMTP_URL: '' })
  deepEqual([baseUrl, smtpUrl], ['https://malmoandan.example', undefined])
})
