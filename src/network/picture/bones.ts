import type { Network } from './graph.rules.ts'
import type { Bones } from './layout.ts'

/** The theme in whose room a partnership stands; '' where it has none. */
export const bonesOf = ({ hubs }: Network): Bones => ({
  hubs: hubs.map(({ id, themes, members }) => ({ id, theme: themes[0] ?? '', members })),
})
