/** The definition as a picture that can be edited: each edit changes only its own members of the text. */
import type { Json, JsonPath } from '../../../core/task-definition/json.ts'
import type { Change, Finding } from '../../../core/task-definition/linter/finding.ts'
import type { Kept } from '../../../core/task-definition/mask.ts'

export interface VisualEditorProps {
  /** Masked; undefined while nothing can be read. */
  value: Json | undefined
  kept: Kept
  findings: readonly Finding[]
  onChange: (changes: readonly Change[]) => void
  /** Shows the place in the text. */
  onReveal: (path: JsonPath) => void
}

export function VisualEditor({ value }: VisualEditorProps) {
  return <pre>{JSON.stringify(value, null, 2)}</pre>
}
