/** Deregisters or deletes chosen revisions, one after the other, and tells what became of each. */
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { deleteOnce, deregisterOnce, type RetireResult } from '../../aws/ecs/retire.ts'
import { deleteBatchSize } from '../../aws/ecs/revisions.ts'
import { chunks } from '../../lib/arrays.ts'
import { useAws } from '../session.ts'
import { refreshFamily } from './revisions.ts'

export type RetireAction = 'deregister' | 'delete'
export type { RetireResult }

/** `retire.mutate({ action, arns })`; `results` grows while it goes on. */
export function useRetire(family: string) {
  const aws = useAws()
  const [results, setResults] = useState<readonly RetireResult[]>([])
  const retire = useMutation({
    mutationFn: async ({ action, arns }: { action: RetireAction; arns: readonly string[] }) => {
      setResults([])
      const add = (more: readonly RetireResult[]): void => setResults((sofar) => [...sofar, ...more])
      if (action === 'deregister') for (const arn of arns) add([await deregisterOnce(aws, arn)])
      else for (const batch of chunks(arns, deleteBatchSize)) add(await deleteOnce(aws, batch))
    },
    onSettled: (_done, _error, { arns }) => refreshFamily(aws, family, arns),
  })
  return { retire, results }
}
