import './page.css'

export const metadata = {
  title: process.env.NEXT_PUBLIC_SITE_NAME,
}

export default function Layout({ children }) {
  return (
    <html lang="en">
      <body>{children}</body>
    </html>
  )
}
