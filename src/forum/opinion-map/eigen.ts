/** A symmetric matrix's eigenvalues from the largest down, and the vectors that belong to them. */
export interface Eigen {
  values: number[]
  vectors: Float64Array[]
}

const sweepsMax = 40

/**
 * All of them, for a small matrix given as rows: Jacobi's method, which turns two axes at a time until nothing is left
 * beside the diagonal.
 */
export function eigenOf(rows: readonly Float64Array[]): Eigen {
  const matrix = rows.map((row) => row.slice())
  const axes = rows.map((_, index) => Float64Array.from(rows, (_row, other) => (index === other ? 1 : 0)))
  const size = matrix.length
  for (let sweep = 0; sweep < sweepsMax && besideDiagonal(matrix) > 0; sweep += 1)
    for (let p = 0; p < size - 1; p += 1) for (let q = p + 1; q < size; q += 1) turn(matrix, axes, p, q)
  const found = axes.map((vector, index) => ({ value: matrix[index]?.[index] ?? 0, vector }))
  found.sort((a, b) => b.value - a.value)
  return { values: found.map(({ value }) => value), vectors: found.map(({ vector }) => vector) }
}

/** What is left beside the diagonal, as far as it matters beside what is on it. */
function besideDiagonal(matrix: readonly Float64Array[]): number {
  let beside = 0
  let on = 0
  for (const [index, row] of matrix.entries()) {
    on += (row[index] ?? 0) ** 2
    for (let other = 0; other < index; other += 1) beside += 2 * (row[other] ?? 0) ** 2
  }
  return beside <= 1e-30 * on ? 0 : beside
}

/** Turns axes p and q so that the number where they cross becomes nothing. */
function turn(matrix: readonly Float64Array[], axes: readonly Float64Array[], p: number, q: number): void {
  const [rowP, rowQ, axisP, axisQ] = [matrix[p], matrix[q], axes[p], axes[q]]
  if (!rowP || !rowQ || !axisP || !axisQ || rowP[q] === 0) return
  const slope = ((rowQ[q] ?? 0) - (rowP[p] ?? 0)) / (2 * (rowP[q] ?? 0))
  const tangent = (slope < 0 ? -1 : 1) / (Math.abs(slope) + Math.hypot(slope, 1))
  const cosine = 1 / Math.hypot(tangent, 1)
  const sine = tangent * cosine
  for (const row of matrix) {
    const x = row[p] ?? 0
    const y = row[q] ?? 0
    row[p] = cosine * x - sine * y
    row[q] = sine * x + cosine * y
  }
  turnTogether(rowP, rowQ, cosine, sine)
  turnTogether(axisP, axisQ, cosine, sine)
}

function turnTogether(first: Float64Array, second: Float64Array, cosine: number, sine: number): void {
  for (let at = 0; at < first.length; at += 1) {
    const x = first[at] ?? 0
    const y = second[at] ?? 0
    first[at] = cosine * x - sine * y
    second[at] = sine * x + cosine * y
  }
}
