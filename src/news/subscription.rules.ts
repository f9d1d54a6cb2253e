/** What is followed when it is no series: a key that no series has. */
export const allNews = 'news'

/** Whether what is followed is a series one applies to, a course at a time: its followers are told of the call alone. */
export const hasCalls = (seriesKey: string | null): boolean => seriesKey === 'co-creating-change'

/** Days in which a wish can be confirmed; then it is forgotten, since the address may be somebody else's. */
export const confirmDays = 7

const day = 24 * 60 * 60

/** However often a stranger types an address: so many mails a day may reach it. */
export const mailsPerAddress = { max: 3, windowSeconds: day }
/** A whole conference room shares one network. */
export const wishesPerNetwork = { max: 60, windowSeconds: 60 * 60 }
