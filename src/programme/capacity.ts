/** What somebody takes part as; it belongs to the sign-up, not to the person. */
export type Capacity =
  | 'civil-society'
  | 'elected'
  | 'civil-servant'
  | 'academia'
  | 'business'
  | 'resident'
  | 'other'
