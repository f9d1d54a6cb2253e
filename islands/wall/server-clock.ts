let ahead = 0

/** The server said what time it is: the clock of a projector's computer may be wrong by hours. */
export const serverSays = (now: number): void => void (ahead = now - Date.now())

/** What time it is, by the server's clock. */
export const serverTime = (): number => Date.now() + ahead
