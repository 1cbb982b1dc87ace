/** Which names AWS takes for families, containers and volumes. */
import { hasHole } from '../parts.ts'

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html */
const legal = /^[A-Za-z0-9_-]{1,255}$/

/** Names that are still to be filled in are R7.placeholder's to tell. */
export function isLegalName(name: string): boolean {
  return legal.test(name) || hasHole(name)
}

/** The nearest legal name: accents taken off, what remains illegal as a hyphen. */
export function legalName(name: string, fallback: string): string {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '')
  const joined = plain.replace(/[^A-Za-z0-9_-]+/g, '-').replace(/^-+|-+$/g, '')
  return joined.slice(0, 255) || fallback
}
