/** Nobody: an empty chair. */
export const nobody = -1

/** A number in a list where its place is known to be. */
export const at = (list: Int32Array | Uint8Array | Float64Array, place: number): number =>
  list[place] as number
