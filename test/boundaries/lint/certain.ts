export const fault = (names: string[]) => names[0]!.length
