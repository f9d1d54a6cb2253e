export const fault = 1
