import { equal } from 'node:assert/strict'
import { test } from 'node:test'
import { containing, freeSlug, searchText, slugOf } from './search.ts'

test('names are found however they are typed', () => {
  equal(searchText('  Café   ÅKERÖ\n'), 'cafe akero')
  equal(searchText('Łódź Smørrebrød Straße'), 'lodz smorrebrod strasse')
  equal(searchText('Æsir, Þór'), 'aesir, thor')
})

test('signs that mean something to the database are looked for as themselves', () => {
  equal(containing('100 % _x_ \\'), String.raw`%100 \% \_x\_ \\%`)
})

test('a title becomes an address of plain letters', () => {
  equal(slugOf('Möte på Möllan: vem bestämmer?!'), 'mote-pa-mollan-vem-bestammer')
  equal(slugOf('¿Qué?'), 'que')
  equal(slugOf('你好'), '')
  equal(slugOf(`${'a'.repeat(79)} b`), 'a'.repeat(79))
  equal(freeSlug('mote', new Set(['mote', 'mote-2'])), 'mote-3')
})
