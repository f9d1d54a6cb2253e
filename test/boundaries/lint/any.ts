export const fault: any = 1
