/** Days in which an address is confirmed; then everything that came with it is forgotten. */
export const confirmDays = 7
/** Months after the last word about an idea until nobody is known by address any longer. */
export const monthsKept = 3
/** Months until the words of what was not let through are wiped. */
export const refusedMonthsKept = 12
