import type { Points } from './positions.ts'
import type { Components } from './principal-components.ts'

/** How a picture is turned, and whether it is looked at from behind: what x and y become. */
interface Turn {
  xFromX: number
  xFromY: number
  yFromX: number
  yFromY: number
}

const asItIs: Turn = { xFromX: 1, xFromY: 0, yFromX: 0, yFromY: 1 }

/**
 * The turn after which everybody stands as near as can be to where they stood in the last picture. Up and down, left and right mean
 * nothing in themselves, but a picture that flips over night tells people that something happened.
 */
export function turnTowards(before: Points, now: Points): Turn {
  let [xx, xy, yx, yy] = [0, 0, 0, 0]
  for (let row = 0; row < now.x.length; row += 1) {
    const [bx, by, nx, ny] = [before.x[row] ?? 0, before.y[row] ?? 0, now.x[row] ?? 0, now.y[row] ?? 0]
    xx += nx * bx
    xy += nx * by
    yx += ny * bx
    yy += ny * by
  }
  const [turned, mirrored] = [Math.hypot(xx + yy, xy - yx), Math.hypot(xx - yy, xy + yx)]
  if (turned === 0 && mirrored === 0) return asItIs
  if (turned >= mirrored) {
    const [cosine, sine] = [(xx + yy) / turned, (xy - yx) / turned]
    return { xFromX: cosine, xFromY: -sine, yFromX: sine, yFromY: cosine }
  }
  const [cosine, sine] = [(xx - yy) / mirrored, (xy + yx) / mirrored]
  return { xFromX: cosine, xFromY: sine, yFromX: sine, yFromY: -cosine }
}

/** The same plane, with its two directions turned in it. */
export function turnComponents({ first, second, shares }: Components, turn: Turn): Components {
  const { xFromX, xFromY, yFromX, yFromY } = turn
  return {
    first: first.map((weight, at) => xFromX * weight + xFromY * (second[at] ?? 0)),
    second: second.map((weight, at) => yFromY * weight + yFromX * (first[at] ?? 0)),
    shares,
  }
}
