import { connection } from 'next/server'
import Counter from './counter'
import SiteName from './site-name'

// Waiting for a request makes the page one that is rendered anew for each, with the variables of the process.
export default async function Page() {
  await connection()
  return (
    <main>
      <SiteName />
      <p id="greeting">{process.env.GREETING ?? 'Hello'}</p>
      <Counter />
    </main>
  )
}
