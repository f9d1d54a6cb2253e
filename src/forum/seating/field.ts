/** Adding and multiplying among q things, so that every equation has one answer: a Galois field. */
export interface Field {
  size: number
  add(one: number, other: number): number
  times(one: number, other: number): number
}

/** The field of so many elements; undefined unless that is a power of a prime. */
export function fieldOf(size: number): Field | undefined {
  const [prime, power] = asPower(size)
  if (power === 0) return undefined
  const digits = (element: number): number[] =>
    Array.from({ length: power }, (_, place) => Math.trunc(element / prime ** place) % prime)
  const fromDigits = (list: readonly number[]): number =>
    list.reduce((sum, digit, place) => sum + digit * prime ** place, 0)
  const add = (one: number, other: number): number => {
    const second = digits(other)
    return fromDigits(digits(one).map((digit, place) => (digit + (second[place] ?? 0)) % prime))
  }
  const powers = power === 1 ? powersOfRoot(size) : powersOfX({ prime, power, digits, fromDigits })
  const logs = new Map(powers.map((element, exponent) => [element, exponent]))
  const times = (one: number, other: number): number =>
    one === 0 || other === 0 ? 0 : (powers[((logs.get(one) ?? 0) + (logs.get(other) ?? 0)) % (size - 1)] ?? 0)
  return { size, add, times }
}

/** The prime and the exponent; 0 for what is no power of a prime. */
function asPower(size: number): [prime: number, power: number] {
  let prime = 2
  while (prime * prime <= size && size % prime !== 0) prime += 1
  if (size % prime !== 0) prime = size
  let [rest, power] = [size, 0]
  while (rest > 1 && rest % prime === 0) [rest, power] = [rest / prime, power + 1]
  return [prime, rest === 1 && size > 1 ? power : 0]
}

/** 1, g, g², … where g is the first number whose powers are all numbers below a prime but 0. */
function powersOfRoot(prime: number): number[] {
  for (let root = 1; root < prime; root += 1) {
    const powers = [1]
    for (let next = root; next !== 1; next = (next * root) % prime) powers.push(next)
    if (powers.length === prime - 1) return powers
  }
  return [1]
}

interface Digits {
  prime: number
  power: number
  digits: (element: number) => number[]
  fromDigits: (list: readonly number[]) => number
}

/** The same where elements are polynomials: a polynomial is sought by which the powers of x are all of them. */
function powersOfX({ prime, power, digits, fromDigits }: Digits): number[] {
  const size = prime ** power
  for (let tail = 1; tail < size; tail += 1) {
    const reduction = digits(tail).map((digit) => (prime - digit) % prime)
    const timesX = (element: number): number => {
      const list = digits(element)
      const carried = list.at(-1) ?? 0
      const shifted = [0, ...list.slice(0, -1)]
      return fromDigits(shifted.map((digit, place) => (digit + carried * (reduction[place] ?? 0)) % prime))
    }
    const powers = [1]
    for (let next = timesX(1); next !== 1 && powers.length < size; next = timesX(next)) powers.push(next)
    if (powers.length === size - 1 && !powers.includes(0)) return powers
  }
  throw new Error(`no field of ${size} elements was found`)
}
