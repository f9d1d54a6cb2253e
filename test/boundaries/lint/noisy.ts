console.log('fault')
export const fault = 1
