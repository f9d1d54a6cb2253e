export const revisionStates = [
  'draft',
  'proposed',
  'in-force',
  'refused',
  'withdrawn',
  'lapsed',
  'replaced',
] as const
export type RevisionState = (typeof revisionStates)[number]
