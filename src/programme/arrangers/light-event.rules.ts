/** A lecture is usually after work and an hour and a half long; an information session is an hour at lunch. */
const usual: Readonly<Record<string, { starts: string; minutes: number }>> = {
  'inspirational-lectures': { starts: '17:30', minutes: 90 },
  'information-sessions': { starts: '12:00', minutes: 60 },
}

export const usualFor = (seriesKey: string) => usual[seriesKey] ?? { starts: '12:00', minutes: 60 }

/** How long it can be, to choose from. */
export const lengths = [30, 45, 60, 90, 120, 180, 240] as const

const dayMinutes = 24 * 60

/** When something ends that starts at 'HH:mm' and is so many minutes long, and on which day counted from its own. */
export function endOf(starts: string, minutes: number): { ends: string; daysLater: number } {
  const [hour = 0, minute = 0] = starts.split(':').map(Number)
  const end = hour * 60 + minute + minutes
  const inDay = end % dayMinutes
  const two = (number: number): string => String(number).padStart(2, '0')
  return {
    ends: `${two(Math.floor(inDay / 60))}:${two(inDay % 60)}`,
    daysLater: Math.floor(end / dayMinutes),
  }
}
