/** Stands in for pages that are being built. */
export function Placeholder() {
  return <p>…</p>
}
