export const ideas = 1
