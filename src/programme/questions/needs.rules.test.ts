import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import { countNeeds, interpretation, type NeedsOfOne } from './needs.rules.ts'

const one = (given: Partial<NeedsOfOne>): NeedsOfOne => ({
  ...{ boxes: [], access: null, interpretation: null, diet: null },
  ...given,
})

test('interpretation goes from what is spoken to what is asked for', () => {
  equal(interpretation('interpreter-es', 'sv'), 'sv–es')
  equal(interpretation('interpreter-es', 'sv,en'), 'sv/en–es')
  // At a gathering in two languages, whoever has one of them needs the other one interpreted.
  equal(interpretation('interpreter-sv', 'sv,es'), 'es–sv')
  equal(interpretation('interpreter-sv', 'sv'), null)
})

test('hosts learn how many of what, and caterers get a row for each kind of plate', () => {
  const counts = countNeeds(
    [
      one({ boxes: ['step-free', 'vegan', 'nut-allergy'] }),
      one({ boxes: ['step-free', 'interpreter-es'] }),
      one({ boxes: ['vegan'] }),
      one({ boxes: ['vegan'] }),
      one({ boxes: ['vegan'], diet: 'Ingen lök' }),
      one({ diet: 'ingen lök' }),
      one({ diet: 'Ingen lök', access: 'Nära dörren' }),
      one({ access: 'nära  dörren ', interpretation: 'Arabiska' }),
    ],
    'sv',
  )
  deepEqual(counts, {
    access: [{ need: 'step-free', count: 2 }],
    accessWords: [{ words: 'Nära dörren', count: 2 }],
    interpreters: [{ pair: 'sv–es', count: 1 }],
    interpretationWords: [{ words: 'Arabiska', count: 1 }],
    meals: [
      { diets: ['vegan'], words: null, count: 2 },
      { diets: ['vegan', 'nut-allergy'], words: null, count: 1 },
      { diets: [], words: 'ingen lök', count: 2 },
      { diets: ['vegan'], words: 'Ingen lök', count: 1 },
    ],
  })
})

test('where nobody needs anything, there is nothing to count', () => {
  const { access, meals } = countNeeds([], 'sv')
  deepEqual([access, meals], [[], []])
})
