import { deepEqual } from 'node:assert/strict'
import { test } from 'node:test'
import { readInvited } from './read-invited.rules.ts'

const amina = { name: 'Amina Yusuf', email: 'amina@example.org', organisation: null }
const atHome = { ...amina, organisation: 'Föreningen Grannar' }

test('a name and an address are read in any order', () => {
  for (const line of [
    'Amina Yusuf amina@example.org',
    'amina@example.org Amina Yusuf',
    'Amina Yusuf, amina@example.org',
    'amina@example.org, Amina Yusuf',
    'Amina Yusuf <Amina@Example.org>',
    '"Amina Yusuf" <amina@example.org>,',
    '  Amina   Yusuf\tamina@example.org ',
    'amina@example.org;Amina Yusuf',
  ])
    deepEqual(readInvited(line), [amina], line)
})

test('cells of a table are name, address and organisation, and its heading is nobody', () => {
  for (const line of [
    'Amina Yusuf\tamina@example.org\tFöreningen Grannar',
    'Amina Yusuf;Föreningen Grannar;amina@example.org',
    'Amina Yusuf, amina@example.org, Föreningen Grannar',
    'amina@example.org\tAmina Yusuf\tFöreningen Grannar',
  ])
    deepEqual(readInvited(line), [atHome], line)
  deepEqual(readInvited('Namn\tE-post\r\nAmina Yusuf\tamina@example.org\r\n\r\n'), [amina])
})

test('an address alone is enough, a name alone is not, and each line is one of them', () => {
  deepEqual(readInvited('bo@example.org\nCecilia Ek\n'), [
    { name: null, email: 'bo@example.org', organisation: null },
    { name: 'Cecilia Ek', email: '', organisation: null },
  ])
  deepEqual(readInvited('Åsa Öst åsa@exempel.example.org'), [
    { name: 'Åsa Öst', email: 'åsa@exempel.example.org', organisation: null },
  ])
  deepEqual(readInvited(' \n'), [])
})
