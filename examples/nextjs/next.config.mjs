/** @type {import('next').NextConfig} */
export default {
  // The build gathers a server with only the modules that it needs, in .next/standalone.
  output: 'standalone',
}
