/** What every part of the picture needs: the definition, its findings, and how to change it. */
import { createContext, use } from 'react'
import type { Definition } from '../../../core/task-definition/definition.ts'
import type { JsonPath } from '../../../core/task-definition/json.ts'
import type { Change, Finding } from '../../../core/task-definition/linter/finding.ts'
import type { Kept } from '../../../core/task-definition/mask.ts'

export interface Picture {
  /** Masked, without unknown and ill-typed members. */
  definition: Definition
  kept: Kept
  findings: readonly Finding[]
  change: (changes: readonly Change[]) => void
  /** Shows the place in the text. */
  reveal: (path: JsonPath) => void
}

export const PictureContext = createContext<Picture | undefined>(undefined)

export function usePicture(): Picture {
  const picture = use(PictureContext)
  if (!picture) throw new Error('usePicture needs a PictureContext around it')
  return picture
}

/** Findings at a place or below it. */
export function findingsAt(findings: readonly Finding[], path: JsonPath): Finding[] {
  return findings.filter((finding) => path.every((part, index) => finding.path[index] === part))
}
