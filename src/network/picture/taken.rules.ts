export interface Box {
  left: number
  top: number
  right: number
  bottom: number
}

const cell = 60
// More than there are cells beside each other in any drawing.
const row = 4096

/** Boxes that are taken, by the squares of a grid that they touch. */
export class Taken {
  readonly #cells = new Map<number, Box[]>()

  add(box: Box): void {
    for (const key of keysOf(box)) {
      const here = this.#cells.get(key)
      if (here) here.push(box)
      else this.#cells.set(key, [box])
    }
  }

  isFree(box: Box): boolean {
    return keysOf(box).every((key) => !this.#cells.get(key)?.some((other) => areOver(box, other)))
  }
}

const areOver = (box: Box, other: Box): boolean =>
  box.right > other.left && other.right > box.left && box.bottom > other.top && other.bottom > box.top

function keysOf({ left, top, right, bottom }: Box): number[] {
  const keys: number[] = []
  for (let x = Math.floor(left / cell); x <= Math.floor(right / cell); x += 1)
    for (let y = Math.floor(top / cell); y <= Math.floor(bottom / cell); y += 1) keys.push(x + y * row)
  return keys
}
