// Asked by Hades after the container has started.
export function GET() {
  return new Response('ok\n')
}
