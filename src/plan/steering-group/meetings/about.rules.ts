/** What an item or a decision of the group can be about. */
export const aboutKinds = [
  'focus-year',
  'focus-proposal',
  'revision',
  'recommendation',
  'plan',
  'commitment',
  'year-report',
] as const
export type AboutKind = (typeof aboutKinds)[number]

export interface About {
  kind: AboutKind
  id: string
}

/** What a form sends for it, as in 'recommendation:…'; null for nothing in particular. */
export function aboutFrom(text: string): About | null {
  const [start = '', ...rest] = text.split(':')
  const kind = aboutKinds.find((one) => one === start)
  const id = rest.join(':')
  return kind && id ? { kind, id } : null
}

export const aboutText = (kind: AboutKind | null, id: string | null): string =>
  kind && id ? `${kind}:${id}` : ''
