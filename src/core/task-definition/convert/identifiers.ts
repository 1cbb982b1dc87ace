/** Names for things in templates and programs, made from a family. */

/** `WebApi` of `web-api`; letters and digits. */
export function pascalName(text: string, otherwise: string): string {
  const name = text
    .split(/[^A-Za-z0-9]+/)
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join('')
  return /^[A-Za-z]/.test(name) ? name : otherwise
}

/** `web_api` of `web-api`; does not start with a digit. */
export function snakeName(text: string, otherwise: string): string {
  const name = text
    .replace(/[^A-Za-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .toLowerCase()
  return /^[a-z]/.test(name) ? name : otherwise
}
