export const network = 1
