/** Days in which an address is confirmed; then everything that came with it is forgotten. */
export const confirmDays = 7
/** Months after the last step until the names and addresses of people, and what they wrote, are wiped. */
export const monthsKept = 12
