import { equal } from 'node:assert/strict'
import { test } from 'node:test'
import { isSafeAddress, Link } from './link.tsx'

test('links lead to the web, to mail, to telephones and to our own pages', () => {
  for (const href of [
    'https://example.org/å',
    'http://example.org',
    'mailto:a@example.org',
    'tel:+4640',
    '/sv/plan',
    '#content',
  ]) {
    equal(isSafeAddress(href), true, href)
  }
})

test('nothing that runs in the page, and no address that only looks like ours', () => {
  const refused = ['javascript:alert(1)', ' JaVaScRiPt:alert(1)', 'java\nscript:alert(1)', 'data:text/html,x']
  for (const href of [
    ...refused,
    'vbscript:x',
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    'blob:https://x/y',
    'example.org',
    '',
  ]) {
    equal(isSafeAddress(href), false, href)
  }
})

test('an address that is not trusted is shown as text', async () => {
  equal(String(await Link({ href: 'javascript:alert(1)' })), '<span>javascript:alert(1)</span>')
  equal(
    String(await Link({ href: 'https://www.example.org/' })),
    '<a href="https://www.example.org/" rel="nofollow noopener external">example.org</a>',
  )
})
