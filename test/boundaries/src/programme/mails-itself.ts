import { createTransport } from 'nodemailer'
export const fault = createTransport
