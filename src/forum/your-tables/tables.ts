/** What people were shown of their tables. */
export interface YourTablesTables {
  /** The table that somebody had been shown before it was changed, until they say that they have seen the new one. */
  seat_told: { event_id: string; sign_up_id: string; round: number; table_number: number }
}
