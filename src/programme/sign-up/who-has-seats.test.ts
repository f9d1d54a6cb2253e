import { deepEqual } from 'node:assert/strict'
import { test } from 'node:test'
import { wordsFor } from '#platform/words.ts'
import { whoHasSeats } from './who-has-seats.ts'

const one = (id: string, name: string | null, state: 'seat' | 'held' | 'waiting' | 'cancelled' = 'seat') => ({
  ...{ id, state },
  ...(name === null ? { name: 'Rut', named: 0 } : { name, named: 1 }),
})

test('who has the seats of a group is said by name, in each language', () => {
  const group = [one('a', 'Rut'), one('b', 'Juan'), one('c', 'Ana'), one('d', null)]
  deepEqual(whoHasSeats(wordsFor('sv'), group, 'a'), ['4 platser: du, Juan, Ana och en utan namn.'])
  deepEqual(whoHasSeats(wordsFor('en'), group, 'a'), ['4 seats: you, Juan, Ana, and one unnamed.'])
  deepEqual(whoHasSeats(wordsFor('es'), group, 'a'), ['4 plazas: tú, Juan, Ana y una sin nombre.'])
})

test('those who wait are told apart, and those who have given back are not there', () => {
  const group = [
    one('a', 'Rut', 'held'),
    one('b', 'Juan', 'cancelled'),
    one('c', null, 'waiting'),
    one('d', null, 'waiting'),
  ]
  deepEqual(whoHasSeats(wordsFor('sv'), group, 'a'), ['En plats: du.', '2 på väntelistan: 2 utan namn.'])
  deepEqual(whoHasSeats(wordsFor('sv'), [one('b', 'Juan')], 'a'), ['En plats: Juan.'])
  deepEqual(whoHasSeats(wordsFor('sv'), [], 'a'), [])
})
