export const fault = (a: unknown) => a == 1
