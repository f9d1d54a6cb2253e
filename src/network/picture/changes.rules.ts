import type { Network } from './graph.rules.ts'

/** How many partnerships have come, gone, or got others in them or another theme since something was drawn. */
export function changesSince(drawn: Network, now: Network): number {
  const then = new Map(drawn.hubs.map((hub) => [hub.id, sayingOf(hub)]))
  const come = now.hubs.filter((hub) => then.get(hub.id) !== sayingOf(hub)).length
  const still = new Set(now.hubs.map(({ id }) => id))
  return come + drawn.hubs.filter(({ id }) => !still.has(id)).length
}

const sayingOf = ({ themes, members }: Network['hubs'][number]): string =>
  `${themes.toSorted().join(' ')}|${members.toSorted().join(' ')}`
