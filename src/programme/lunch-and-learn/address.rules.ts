/** Days in which an address is confirmed; then it is forgotten, since it may be somebody else's. */
export const confirmDays = 7

const day = 24 * 60 * 60

/** However often a stranger types an address: so many mails a day may reach it. */
export const mailsPerAddress = { max: 5, windowSeconds: day }
/** A whole conference room shares one network. */
export const sendingsPerNetwork = { max: 60, windowSeconds: 60 * 60 }

/** Months after a need has ended, or an offer has, until nobody is known by address. */
export const monthsKept = 3
/** So long an offer stands that nobody has taken up. */
export const offerMonths = 12
