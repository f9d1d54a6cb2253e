// TODO finish this.
export const fault = 1
