import { ok } from 'node:assert/strict'
import { test } from 'node:test'
import { eigenOf } from './eigen.ts'
import { largestEigen } from './largest-eigen.ts'
import { seededChance } from './seeded-chance.ts'

/** A symmetric matrix that has no negative eigenvalues: numbers by chance, times themselves. */
function matrixBy(chance: () => number, size: number): Float64Array[] {
  const rows = Array.from({ length: size }, () => Float64Array.from({ length: size }, () => chance() - 0.5))
  return rows.map((one) =>
    Float64Array.from(rows, (other) => one.reduce((sum, value, at) => sum + value * (other[at] ?? 0), 0)),
  )
}
const timesOf = (matrix: readonly Float64Array[]) => (vector: Float64Array) =>
  Float64Array.from(matrix, (row) => row.reduce((sum, value, at) => sum + value * (vector[at] ?? 0), 0))

test('an eigenvector is only stretched by its matrix, and those of Jacobi are at right angles', () => {
  const matrix = matrixBy(seededChance(3), 20)
  const { values, vectors } = eigenOf(matrix)
  for (const [index, vector] of vectors.entries()) {
    ok((values[index] ?? 0) <= (values[index - 1] ?? Infinity))
    const image = timesOf(matrix)(vector)
    ok(image.every((value, at) => Math.abs(value - (values[index] ?? 0) * (vector[at] ?? 0)) < 1e-10))
    for (const other of vectors.slice(0, index))
      ok(Math.abs(vector.reduce((sum, value, at) => sum + value * (other[at] ?? 0), 0)) < 1e-10)
  }
})

test('the largest eigenvectors of a large matrix are those that all of them give', () => {
  const wanted = { count: 2, tolerance: 1e-13, roomFor: 32, roundsMax: 200, chance: seededChance(1) }
  for (let seed = 1; seed <= 6; seed += 1) {
    const size = 10 * seed
    const matrix = matrixBy(seededChance(seed), size)
    const [all, largest] = [eigenOf(matrix), largestEigen(timesOf(matrix), size, wanted)]
    for (const index of [0, 1]) {
      const cosine = all.vectors[index]?.reduce(
        (sum, value, at) => sum + value * (largest.vectors[index]?.[at] ?? 0),
        0,
      )
      ok(Math.abs(cosine ?? 0) > 1 - 1e-10, `${index} of ${size}: ${cosine}`)
    }
  }
})

test('two equal eigenvalues are both found', () => {
  const matrix = Array.from({ length: 40 }, (_, row) =>
    Float64Array.from({ length: 40 }, (_, column) => (row !== column ? 0 : row < 2 ? 5 : 1)),
  )
  const wanted = { count: 2, tolerance: 1e-13, roomFor: 32, roundsMax: 200, chance: seededChance(1) }
  const { values } = largestEigen(timesOf(matrix), 40, wanted)
  ok(
    values.every((value) => Math.abs(value - 5) < 1e-10),
    values.join(),
  )
})
