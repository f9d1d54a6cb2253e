/** The city and its parts, as people who live there divide it. */
export const cityAreas = ['whole-city', 'inner-city', 'north', 'east', 'south', 'west'] as const
export type CityArea = (typeof cityAreas)[number]

export const isCityArea = (text: string | undefined): text is CityArea =>
  cityAreas.some((one) => one === text)
