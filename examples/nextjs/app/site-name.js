'use client'

// Runs in the browser too, where there are no variables of a process: the build puts the value in place of the name.
export default function SiteName() {
  return <h1>{process.env.NEXT_PUBLIC_SITE_NAME}</h1>
}
