export const fault = (names: string[]) => names.forEach(async (name) => void (await Promise.resolve(name)))
