export const forum = 1
