/** Two definitions in canonical order as texts beside each other; equal secrets have equal marks. */
import { Suspense, useMemo } from 'react'
import { canonical } from '../../../core/task-definition/canonical.ts'
import type { Definition } from '../../../core/task-definition/definition.ts'
import type { Json } from '../../../core/task-definition/json.ts'
import { type Kept, maskValue } from '../../../core/task-definition/mask.ts'
import { SkeletonLines } from '../../../ui/SkeletonLines.tsx'
import { LazyJsonDiff } from '../../../widgets/json-editor/lazy.ts'
import '../../../widgets/metric-chart/palette.css'
import './text-diff.css'

interface TextDiffProps {
  before: Definition
  after: Definition
  label: string
  /** Values that have marks already. */
  kept?: Kept
}

const none: Kept = []

export function TextDiff({ before, after, label, kept = none }: TextDiffProps) {
  const texts = useMemo(() => {
    const first = maskValue(canonical(before) as unknown as Json, kept)
    const second = maskValue(canonical(after) as unknown as Json, first.kept)
    return { before: JSON.stringify(first.value, null, 2), after: JSON.stringify(second.value, null, 2) }
  }, [before, after, kept])
  return (
    <Suspense fallback={<SkeletonLines lines={12} />}>
      {/* The diff takes the height of what is around it. */}
      <div className="text-diff">
        <LazyJsonDiff {...texts} label={label} />
      </div>
    </Suspense>
  )
}
