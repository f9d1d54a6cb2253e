import { own } from './own.sql.ts'
export const Fault = () => <p>{own}</p>
